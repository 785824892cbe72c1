const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS ' +
  'BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE ' +
  'EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM ' +
  'HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC ' +
  'LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO ' +
  'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

/** ISO 3166-1 alpha-2, all of them; their names are the browser's (`Intl.DisplayNames`). */
export const COUNTRIES: readonly string[] = CODES.split(' ')

/** By the code, with the name only for whoever reads this table. */
const WITHOUT_POSTCODES: Readonly<Record<string, string>> = {
  AE: 'United Arab Emirates',
  AG: 'Antigua and Barbuda',
  AO: 'Angola',
  AW: 'Aruba',
  BF: 'Burkina Faso',
  BI: 'Burundi',
  BJ: 'Benin',
  BO: 'Bolivia',
  BQ: 'Bonaire, Sint Eustatius and Saba',
  BS: 'Bahamas',
  BW: 'Botswana',
  BZ: 'Belize',
  CD: 'Congo, Democratic Republic',
  CF: 'Central African Republic',
  CG: 'Congo',
  CI: "Côte d'Ivoire",
  CK: 'Cook Islands',
  CM: 'Cameroon',
  CW: 'Curaçao',
  DJ: 'Djibouti',
  DM: 'Dominica',
  ER: 'Eritrea',
  FJ: 'Fiji',
  GA: 'Gabon',
  GD: 'Grenada',
  GH: 'Ghana',
  GM: 'Gambia',
  GQ: 'Equatorial Guinea',
  GY: 'Guyana',
  HK: 'Hong Kong',
  JM: 'Jamaica',
  KI: 'Kiribati',
  KM: 'Comoros',
  KN: 'Saint Kitts and Nevis',
  KP: 'North Korea',
  ML: 'Mali',
  MO: 'Macao',
  MR: 'Mauritania',
  MW: 'Malawi',
  NR: 'Nauru',
  NU: 'Niue',
  QA: 'Qatar',
  RW: 'Rwanda',
  SB: 'Solomon Islands',
  SC: 'Seychelles',
  SL: 'Sierra Leone',
  SR: 'Suriname',
  ST: 'São Tomé and Príncipe',
  SX: 'Sint Maarten',
  SY: 'Syria',
  TD: 'Chad',
  TG: 'Togo',
  TK: 'Tokelau',
  TL: 'Timor-Leste',
  TO: 'Tonga',
  TV: 'Tuvalu',
  UG: 'Uganda',
  VU: 'Vanuatu',
  YE: 'Yemen',
  ZW: 'Zimbabwe',
}

/**
 * Whether an address there has a postcode, by the practice of the post as the Universal Postal
 * Union tells it ("Addressing the world", postal addressing systems of the member countries).
 * Where codes exist but are hardly in use the answer is no: a person who has none would have to
 * invent one, and a missing one costs nobody anything here.
 */
export function hasPostcodes(country: string): boolean {
  return !Object.hasOwn(WITHOUT_POSTCODES, country)
}
