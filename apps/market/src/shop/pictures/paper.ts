const notebook = `
<rect width="400" height="320" fill="#fde6cd"/><circle cx="318" cy="70" r="120" fill="#fbd5ae"/>
<ellipse cx="200" cy="270" rx="128" ry="14" fill="#8a4b2a" opacity=".22"/>
<g transform="rotate(-6 190 165)">
<rect x="118" y="62" width="152" height="204" rx="8" fill="#fffaf0"/><path d="M262 68v192M266 68v192" stroke="#e6d7bd" stroke-width="2"/>
<rect x="108" y="56" width="150" height="204" rx="10" fill="#d9573f"/><rect x="108" y="56" width="26" height="204" rx="8" fill="#a93c29"/>
<path d="M134 62v192" stroke="#fff" stroke-opacity=".25" stroke-width="2" stroke-dasharray="5 6"/>
<rect x="156" y="92" width="80" height="46" rx="5" fill="#fff3dd"/><path d="M168 108h56M168 122h36" stroke="#a93c29" stroke-width="4" stroke-linecap="round"/>
<rect x="238" y="56" width="9" height="204" fill="#2b2440"/>
<circle cx="193" cy="196" r="22" fill="#ffd98a"/><circle cx="203" cy="190" r="19" fill="#d9573f"/>
<path d="M180 260v22l7-7 7 7v-22" fill="#ffd98a"/></g>
<g transform="rotate(24 306 200)"><rect x="298" y="112" width="16" height="122" fill="#4b6fb5"/><path d="M303.500 112v122M309 112v122" stroke="#3a578f" stroke-width="2"/><rect x="298" y="98" width="16" height="16" rx="4" fill="#f0a3a3"/><rect x="298" y="112" width="16" height="8" fill="#d6dbe6"/><path d="M298 234l8 26 8-26z" fill="#f3d2a2"/><path d="M303.500 252l2.500 8 2.500-8z" fill="#2b2440"/></g>`

const lamp = `
<defs><radialGradient id="glow"><stop offset="0" stop-color="#ffe7a8" stop-opacity=".85"/><stop offset="1" stop-color="#ffe7a8" stop-opacity="0"/></radialGradient>
<radialGradient id="moon" cx=".42" cy=".4" r=".7"><stop offset="0" stop-color="#fffbea"/><stop offset=".7" stop-color="#ffe3a0"/><stop offset="1" stop-color="#f5bf63"/></radialGradient></defs>
<rect width="400" height="320" fill="#2d2a57"/><rect y="252" width="400" height="68" fill="#443f79"/>
<g fill="#fff6d6"><circle cx="62" cy="58" r="3"/><circle cx="112" cy="110" r="2"/><circle cx="330" cy="48" r="3"/><circle cx="352" cy="130" r="2"/><circle cx="40" cy="160" r="2"/><circle cx="286" cy="26" r="2"/></g>
<circle cx="200" cy="148" r="150" fill="url(#glow)"/><ellipse cx="200" cy="272" rx="96" ry="10" fill="#1c1a3a" opacity=".5"/>
<path d="M168 226l-14 44M232 226l14 44M200 232v40" stroke="#d9a066" stroke-width="8" stroke-linecap="round"/>
<circle cx="200" cy="148" r="88" fill="url(#moon)"/>
<g fill="none" stroke="#dd9d45" stroke-opacity=".55" stroke-width="2.500"><ellipse cx="200" cy="148" rx="88" ry="26"/><path d="M121 109q79-26 158 0M121 187q79 26 158 0M146 79q54-20 108 0M146 217q54 20 108 0"/></g>
<ellipse cx="200" cy="64" rx="28" ry="6" fill="#b97a3c"/><ellipse cx="200" cy="232" rx="30" ry="7" fill="#b97a3c"/>
<g fill="#e9b968" opacity=".6"><circle cx="172" cy="130" r="12"/><circle cx="226" cy="172" r="16"/><circle cx="232" cy="118" r="7"/></g>`

const paints = `
<rect width="400" height="320" fill="#d8eee6"/><circle cx="72" cy="258" r="110" fill="#c3e3d7"/>
<path d="M262 44c40-18 86 4 78 42-6 28-44 22-52 44-6 18-34 18-44-4-12-28-12-68 18-82z" fill="#f7b8a8" opacity=".75"/><path d="M296 96c22-6 46 8 38 30-8 20-34 14-42 2-8-12-10-28 4-32z" fill="#8fb8e8" opacity=".75"/>
<ellipse cx="192" cy="270" rx="140" ry="13" fill="#2b5b4b" opacity=".22"/>
<path d="M74 136h236l22 122a10 10 0 0 1-10 10H62a10 10 0 0 1-10-10z" fill="#2b2440"/><path d="M84 146h216l18 104H66z" fill="#f7f3ea"/>
<g stroke="#cfc7b6" stroke-width="2"><path d="M138 146l-8 104M192 146v104M246 146l8 104M75 198h234"/></g>
<rect x="90" y="154" width="40" height="36" rx="6" fill="#e0523f"/><rect x="145" y="154" width="40" height="36" rx="6" fill="#f29a2e"/><rect x="200" y="154" width="40" height="36" rx="6" fill="#f6d24a"/><rect x="254" y="154" width="40" height="36" rx="6" fill="#6fb35a"/>
<rect x="80" y="206" width="44" height="36" rx="6" fill="#3f7ecb"/><rect x="140" y="206" width="44" height="36" rx="6" fill="#5b3fb0"/><rect x="200" y="206" width="44" height="36" rx="6" fill="#b9508f"/><rect x="260" y="206" width="44" height="36" rx="6" fill="#7a5136"/>
<g fill="#fff" opacity=".35"><path d="M96 160h14v5H96zM151 160h14v5h-14zM206 160h14v5h-14zM260 160h14v5h-14zM87 212h14v5H87zM147 212h14v5h-14zM207 212h14v5h-14zM267 212h14v5h-14z"/></g>
<g transform="rotate(38 230 120)"><rect x="222" y="20" width="12" height="120" rx="6" fill="#c94c3a"/><rect x="220" y="134" width="16" height="26" fill="#d6dbe6"/><path d="M220 160q-2 22 8 40 10-18 8-40z" fill="#6b4a35"/><path d="M225 186q1 8 3 14 3-6 4-14z" fill="#3f7ecb"/></g>`

export const PAPER = { notebook, lamp, paints } as const
