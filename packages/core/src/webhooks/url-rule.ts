import { BlockList, isIP } from 'node:net'
import type { Mode } from '../clock/settings.ts'

/**
 * Where webhooks may be sent. An address given by a customer must not lead into the operator's
 * own network, so only addresses of the public internet are let through.
 */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Within 2000::/3; among them the ways to write an IPv4 address as an IPv6 one. */
const NOT_PUBLIC_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const notPublicV4 = new BlockList()
for (const [network, bits] of NOT_PUBLIC_V4) notPublicV4.addSubnet(network, bits, 'ipv4')
const notPublicV6 = new BlockList()
for (const [network, bits] of NOT_PUBLIC_V6) notPublicV6.addSubnet(network, bits, 'ipv6')
/** All addresses that IPv6 has given out for the internet; mapped and link-local ones lie outside. */
const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a connection may be opened to an IP address; a sandbox may talk to its own machine. */
export function isAllowedAddress(address: string, mode: Mode): boolean {
  const version = isIP(address)
  if (version === 4) {
    return !notPublicV4.check(address, 'ipv4') || (mode === 'sandbox' && loopback.check(address))
  }
  if (version !== 6) return false
  if (mode === 'sandbox' && address === '::1') return true
  return globalV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
}

/**
 * Why webhooks can not be sent to this URL, as far as the text tells; undefined when they can.
 * What a name stands for is checked at each connection, because it can change.
 */
export function urlFault(text: string, mode: Mode): string | undefined {
  if (!URL.canParse(text)) return 'This is not a URL.'
  const url = new URL(text)
  const isHttp = url.protocol === 'http:' && mode === 'sandbox'
  if (url.protocol !== 'https:' && !isHttp) return 'Webhooks are sent to https addresses only.'
  if (url.username !== '' || url.password !== '') return 'The URL must not contain a password.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLiteral = isIP(host) !== 0
  const isLocalName = /(^|\.)localhost\.?$/.test(host) && mode === 'live'
  if ((isLiteral && !isAllowedAddress(host, mode)) || isLocalName) {
    return 'Webhooks are sent to public addresses only.'
  }
  return undefined
}
