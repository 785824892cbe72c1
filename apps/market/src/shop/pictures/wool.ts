const scarf = `
<rect width="400" height="320" fill="#e5e1f8"/><circle cx="84" cy="78" r="104" fill="#d5cff2"/>
<rect x="40" y="46" width="320" height="12" rx="6" fill="#b07a4b"/><circle cx="40" cy="52" r="11" fill="#8d5d34"/><circle cx="360" cy="52" r="11" fill="#8d5d34"/>
<ellipse cx="206" cy="296" rx="112" ry="9" fill="#3d2f75" opacity=".18"/>
<path d="M212 40h70q8 0 8 8v196h-78z" fill="#2f7f79"/><path d="M124 40h104v224h-82V72q0-20-22-20z" fill="#3a978f"/><path d="M132 40h150q8 0 8 8v12H124V48q0-8 8-8z" fill="#43aaa1"/>
<g fill="#f3ead7"><path d="M146 108h82v16h-82zM146 196h82v16h-82zM228 92h62v14h-62zM228 176h62v14h-62z"/></g>
<g fill="#e9795d"><path d="M146 132h82v9h-82zM146 220h82v9h-82zM228 112h62v8h-62zM228 196h62v8h-62z"/></g>
<g stroke="#1f635e" stroke-width="3" stroke-opacity=".45" stroke-linecap="round" fill="none"><path d="M158 72l6 8 6-8M182 72l6 8 6-8M206 72l6 8 6-8M158 160l6 8 6-8M182 160l6 8 6-8M206 160l6 8 6-8M158 244l6 8 6-8M182 244l6 8 6-8M206 244l6 8 6-8M240 144l6 8 6-8M264 144l6 8 6-8M240 222l6 8 6-8M264 222l6 8 6-8"/></g>
<g stroke="#f3ead7" stroke-width="5" stroke-linecap="round"><path d="M152 266v24M166 266v28M180 266v24M194 266v28M208 266v24M222 266v27"/></g><g stroke="#e3d8c1" stroke-width="5" stroke-linecap="round"><path d="M238 246v22M252 246v26M266 246v22M280 246v26"/></g>`

const mitten = `<path d="M-46 96v-92c0-62 84-62 84 0v8c8-14 34-12 34 10 0 26-26 34-34 58v16z" fill="#c8423f"/>
<path d="M38 12c8-14 34-12 34 10 0 26-26 34-34 58z" fill="#b23532"/>
<rect x="-54" y="90" width="100" height="36" rx="10" fill="#fff3e2"/><g stroke="#e2cfae" stroke-width="4" stroke-linecap="round"><path d="M-40 98v20M-24 98v20M-8 98v20M8 98v20M24 98v20"/></g>
<g stroke="#fff3e2" stroke-width="5" stroke-linecap="round"><path d="M-4 4v56M-28 18l48 28M20 18l-48 28"/><path d="M-12 8l8 8 8-8M-12 56l8-8 8 8" fill="none" stroke-width="4"/></g>
<g fill="#fff3e2"><circle cx="-30" cy="74" r="4"/><circle cx="-12" cy="74" r="4"/><circle cx="6" cy="74" r="4"/><circle cx="24" cy="74" r="4"/></g>`

const mittens = `
<rect width="400" height="320" fill="#d6eaf5"/><circle cx="320" cy="250" r="120" fill="#c2dff0"/>
<g fill="#fff"><circle cx="56" cy="60" r="6"/><circle cx="104" cy="36" r="4"/><circle cx="346" cy="66" r="6"/><circle cx="300" cy="34" r="4"/><circle cx="40" cy="210" r="5"/><circle cx="366" cy="180" r="5"/><circle cx="200" cy="40" r="5"/></g>
<ellipse cx="200" cy="282" rx="132" ry="12" fill="#1f4d69" opacity=".2"/>
<path d="M136 96C150 40 250 40 264 96" fill="none" stroke="#7d2624" stroke-width="5"/>
<g transform="translate(136 140) rotate(10) scale(-1 1)">${mitten}</g><g transform="translate(262 144) rotate(-8)">${mitten}</g>`

const blanket = `
<rect width="400" height="320" fill="#f6e0e3"/><circle cx="70" cy="70" r="92" fill="#f0cdd3"/>
<ellipse cx="200" cy="280" rx="150" ry="13" fill="#6a2b3a" opacity=".2"/>
<rect x="62" y="206" width="276" height="66" rx="26" fill="#d9c3a0"/><path d="M66 236q134 18 268 0" fill="none" stroke="#b89c72" stroke-width="4"/>
<g fill="#b89c72" opacity=".5"><path d="M110 207h22v65h-22zM188 207h22v65h-22zM266 207h22v65h-22z"/></g>
<rect x="70" y="144" width="260" height="66" rx="26" fill="#7c8fb8"/><path d="M74 174q126 18 252 0" fill="none" stroke="#5c6f99" stroke-width="4"/>
<g stroke="#dfe6f5" stroke-width="5" stroke-dasharray="2 13" stroke-linecap="round"><path d="M94 160h214M94 194h214"/></g>
<path d="M84 92q0-22 24-22h184q24 0 24 22v30q0 22-24 22H108q-24 0-24-22z" fill="#b4475b"/><path d="M88 110q112 18 224 0" fill="none" stroke="#8b3043" stroke-width="4"/>
<g fill="#f6e6cf" opacity=".85"><path d="M120 70h10v74h-10zM172 70h10v74h-10zM224 70h10v74h-10zM276 70h10v74h-10z"/></g><g fill="#8b3043" opacity=".5"><path d="M84 92h232v10H84zM84 122h232v8H84z"/></g>
<g stroke="#f6e6cf" stroke-width="5" stroke-linecap="round"><path d="M318 84l16-4M319 98l18 0M319 112l18 4M318 126l15 7"/></g>
<path d="M214 128h44v70h-44z" fill="#fffaf0"/><path d="M224 144h24M224 156h24M224 168h16" stroke="#b4475b" stroke-width="4" stroke-linecap="round"/><circle cx="236" cy="134" r="3" fill="#8b3043"/>`

export const WOOL = { scarf, mittens, blanket } as const
