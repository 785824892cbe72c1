const DEVICES = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

/** What somebody may call the device that they hold; a proposal, nothing rests on it. */
export function deviceName(): string {
  return DEVICES.find(([, sign]) => sign.test(navigator.userAgent))?.[0] ?? ''
}
