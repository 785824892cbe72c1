const teapot = `
<rect width="400" height="320" fill="#e7edd6"/><circle cx="320" cy="84" r="110" fill="#d7e2bd"/><rect y="254" width="400" height="66" fill="#c9a577"/><path d="M0 276h400M60 298h340" stroke="#b58f61" stroke-width="3"/>
<g fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".9"><path d="M312 104c-12-14 12-24 0-40M334 96c-9-11 9-19 0-32"/></g>
<ellipse cx="198" cy="262" rx="116" ry="10" fill="#5a3d1c" opacity=".3"/>
<path d="M112 150c-66-22-78 74-4 74" fill="none" stroke="#3f7d70" stroke-width="18" stroke-linecap="round"/>
<path d="M270 206c40-4 34-62 62-78l-14-12c-34 12-34 40-58 46z" fill="#4b9183"/><ellipse cx="325" cy="122" rx="11" ry="6" transform="rotate(40 325 122)" fill="#2f6257"/>
<path d="M104 188c0-46 42-72 94-72s94 26 94 72c0 40-28 74-94 74s-94-34-94-74z" fill="#5aa595"/>
<path d="M104 188c0-46 42-72 94-72 18 0 34 3 48 9-60-6-104 24-104 68 0 26 10 48 30 62-46-8-68-36-68-67z" fill="#72bcab"/>
<path d="M150 122c8-20 88-20 96 0-20 12-76 12-96 0z" fill="#3f7d70"/><circle cx="198" cy="98" r="12" fill="#3f7d70"/>
<path d="M118 206c50 26 112 26 160 0" fill="none" stroke="#fff3dc" stroke-width="4" stroke-linecap="round" stroke-dasharray="1 12"/><g fill="#fff3dc"><path d="M198 150c14 8 14 26 0 34-14-8-14-26 0-34zM168 162c14 2 20 16 14 28-14-2-20-16-14-28zM228 162c6 12 0 26-14 28-6-12 0-26 14-28z"/></g>`

const cups = `
<rect width="400" height="320" fill="#f8e3c6"/><circle cx="96" cy="92" r="112" fill="#f3d3a6"/><rect y="252" width="400" height="68" fill="#9d6b4a"/><path d="M0 274h400M0 300h320" stroke="#88583a" stroke-width="3"/>
<g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"><path d="M126 98c-10-12 10-20 0-34M152 92c-10-12 10-20 0-34"/></g>
<ellipse cx="140" cy="262" rx="84" ry="9" fill="#4b2b16" opacity=".35"/><ellipse cx="280" cy="262" rx="74" ry="8" fill="#4b2b16" opacity=".35"/>
<path d="M208 148c46-10 50 66-8 66" fill="none" stroke="#3b5b8c" stroke-width="14"/>
<path d="M74 120h136l-10 108q-4 32-34 32h-48q-30 0-34-32z" fill="#4f76b0"/><path d="M74 120h44l8 140h-8q-30 0-34-32z" fill="#6b91c9"/><ellipse cx="142" cy="120" rx="68" ry="15" fill="#dce7f6"/><ellipse cx="142" cy="123" rx="57" ry="10" fill="#8a4b22"/>
<path d="M82 190q15-16 29 0t29 0 29 0 34 0" fill="none" stroke="#f8f3e8" stroke-width="7" stroke-linecap="round"/>
<path d="M330 168c38-6 40 52-8 54" fill="none" stroke="#b5543c" stroke-width="12"/>
<path d="M222 146h112l-8 88q-3 26-28 26h-40q-25 0-28-26z" fill="#d2694c"/><path d="M222 146h36l7 114h-7q-25 0-28-26z" fill="#e48567"/><ellipse cx="278" cy="146" rx="56" ry="12" fill="#f9ddd0"/><ellipse cx="278" cy="149" rx="46" ry="8" fill="#7a3d22"/>
<g fill="#fbeede"><circle cx="246" cy="196" r="6"/><circle cx="270" cy="208" r="6"/><circle cx="294" cy="196" r="6"/><circle cx="314" cy="208" r="5"/><circle cx="258" cy="228" r="6"/><circle cx="284" cy="230" r="6"/></g>`

const pot = `
<rect width="400" height="320" fill="#dfe8f7"/><rect x="226" y="30" width="136" height="168" rx="8" fill="#f5f9ff"/><rect x="238" y="42" width="112" height="144" fill="#bcd6f2"/><path d="M294 42v144M238 112h112" stroke="#f5f9ff" stroke-width="8"/><circle cx="326" cy="72" r="13" fill="#ffe28a"/>
<rect y="256" width="400" height="64" fill="#cfb392"/><path d="M0 262h400" stroke="#b89870" stroke-width="5"/>
<ellipse cx="178" cy="272" rx="84" ry="10" fill="#59402a" opacity=".32"/>
<g stroke="#2f6b45" stroke-width="6" fill="none" stroke-linecap="round"><path d="M176 178V84M174 170c-10-40-34-56-60-60M180 170c8-36 30-50 56-52M172 176c-20-20-46-20-66-8M182 176c18-20 44-22 62-12"/></g>
<g fill="#3f8f5b"><path d="M176 88c-26-22-20-54 0-68 20 14 26 46 0 68zM118 112c-32 4-52-16-54-42 28-2 52 12 54 42zM106 170c-24 16-48 10-60-10 20-14 46-14 60 10z"/></g><g fill="#57ab72"><path d="M232 120c4-30 28-46 56-44 0 28-22 48-56 44zM242 166c14-22 42-22 58-6-12 20-38 24-58 6z"/></g>
<g stroke="#dff2e2" stroke-opacity=".6" stroke-width="3" stroke-linecap="round"><path d="M176 34v42M78 80l32 28M58 160l40 8M278 84l-38 30M290 162l-40 4"/></g>
<path d="M116 196h124l-14 64q-3 12-16 12h-64q-13 0-16-12z" fill="#c4623f"/><path d="M116 196h40l8 76h-18q-13 0-16-12z" fill="#d97c57"/><rect x="106" y="176" width="144" height="26" rx="8" fill="#a94e2f"/><path d="M126 226l12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10" fill="none" stroke="#fbe3c8" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`

const gift = `
<rect width="400" height="320" fill="#efe2f6"/><circle cx="312" cy="88" r="108" fill="#e2cdef"/><ellipse cx="200" cy="276" rx="124" ry="12" fill="#4a2a63" opacity=".22"/>
<g fill="#f2a03d"><circle cx="74" cy="88" r="6"/><circle cx="338" cy="212" r="6"/><circle cx="112" cy="42" r="4"/></g><g fill="#5aa595"><circle cx="52" cy="188" r="6"/><circle cx="304" cy="48" r="5"/></g>
<rect x="98" y="150" width="204" height="122" rx="8" fill="#7a5bd0"/><path d="M98 158h70v114h-62q-8 0-8-8z" fill="#9277de"/><rect x="86" y="120" width="228" height="44" rx="8" fill="#6344bd"/>
<rect x="182" y="120" width="36" height="152" fill="#ffd36b"/><path d="M200 120c-70 10-92-34-62-52 28-14 52 20 62 52zM200 120c70 10 92-34 62-52-28-14-52 20-62 52z" fill="#ffd36b"/><path d="M196 114c-40 2-54-20-40-30 14-8 30 10 40 30zM204 114c40 2 54-20 40-30-14-8-30 10-40 30z" fill="#e0a838"/><circle cx="200" cy="116" r="13" fill="#f2bf4c"/>`

export const CLAY = { teapot, cups, pot, gift } as const
