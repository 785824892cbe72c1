import { invariant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'

export type Block =
  | { readonly kind: 'paragraph' | 'code' | 'small'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string; readonly href: string }

export interface Layout {
  readonly language: Language
  readonly title: string
  readonly blocks: readonly Block[]
  readonly footer: string
}

export const FOOTER: Readonly<Record<Language, string>> = {
  en: 'Danbao never asks for your password by mail.',
  ru: 'Danbao никогда не спрашивает пароль в письмах.',
  zh: 'Danbao 绝不会通过邮件向您索要密码。',
}

const LANG: Readonly<Record<Language, string>> = { en: 'en', ru: 'ru', zh: 'zh-Hans' }

const FONT =
  "Inter,-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"

// Mail programs drop style sheets or ignore them, so every style is inline; the sheet only turns
// the colours for those that know the dark.
const DARK = `@media (prefers-color-scheme: dark) {
  .ground { background: #10151f !important }
  .card { background: #1a2130 !important }
  .ink { color: #ece7dc !important }
  .faint { color: #aab0bc !important }
  .code { background: #10151f !important; color: #ece7dc !important }
  .button { background: #5fc7a0 !important; color: #0c1a14 !important }
}`

/** The mail as HTML, 600 pixels wide at most. Everything in it is escaped here. */
export function layOut({ language, title, blocks, footer }: Layout): string {
  return `<!doctype html>
<html lang="${LANG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${DARK}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f7f3ea;font-family:${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background:#f7f3ea">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td style="padding:0 8px 16px">${SEAL}</td></tr>
<tr><td class="card" style="background:#fffdf8;border-radius:12px;padding:28px 24px 12px">
${blocks.map(layOutBlock).join('\n')}
</td></tr>
<tr><td class="faint" style="padding:16px 8px;color:#5b6472;font-size:13px;line-height:20px">${escapeHtml(footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

const SEAL =
  '<span lang="zh-Hans" aria-hidden="true" style="display:inline-block;width:36px;height:36px;' +
  'line-height:36px;border-radius:8px;background:#b8321c;color:#fff8ee;font-size:22px;' +
  "font-family:'Songti SC',SimSun,'Noto Serif SC',serif;text-align:center\">保</span>" +
  '<span class="ink" style="display:inline-block;padding-left:10px;color:#16202e;font-size:18px;' +
  'font-weight:600;line-height:36px;vertical-align:top">Danbao</span>'

function layOutBlock(block: Block): string {
  const text = escapeHtml(block.text).replaceAll('\n', '<br>')
  if (block.kind === 'button') return layOutButton(text, block.href)
  if (block.kind === 'code') {
    return `<p class="code" style="margin:0 0 20px;padding:14px 8px;border-radius:12px;background:#f7f3ea;color:#16202e;font:600 28px/36px ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px;text-align:center">${text}</p>`
  }
  if (block.kind === 'small') {
    return `<p class="faint" style="margin:0 0 16px;color:#5b6472;font-size:14px;line-height:21px;overflow-wrap:anywhere">${text}</p>`
  }
  return `<p class="ink" style="margin:0 0 16px;color:#16202e;font-size:16px;line-height:25px;overflow-wrap:anywhere">${text}</p>`
}

function layOutButton(text: string, href: string): string {
  invariant(/^https?:\/\//.test(href), 'the button of a mail opens a web address')
  return `<p style="margin:4px 0 24px"><a class="button" href="${escapeHtml(href)}" style="display:inline-block;padding:13px 24px;border-radius:12px;background:#0b6b4f;color:#ffffff;font-size:16px;line-height:22px;font-weight:600;text-decoration:none">${text}</a></p>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
