// Keeps the built app on the device, so that it opens without a network. It never keeps answers of
// the API: those belong to a person, and the next one at this device may be another.
const BASE = new URL(self.registration.scope).pathname
const SHELL = `shell:${BASE}`

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})

// The page and the files that it names: they were loaded before this worker was there to see it.
async function keepShell() {
  const cache = await caches.open(SHELL)
  const response = await fetch(BASE, { cache: 'no-cache' })
  const page = await response.clone().text()
  const files = [...page.matchAll(/(?:src|href)="([^"]*\/assets\/[^"]+)"/g)].map(([, file]) => file)
  await cache.addAll(files)
  await cache.put(BASE, response)
}

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const ours = request.method === 'GET' && url.origin === location.origin
  if (!ours || !url.pathname.startsWith(BASE) || url.pathname.startsWith(`${BASE}api/`)) return
  if (request.mode === 'navigate') event.respondWith(openShell())
  else if (url.pathname.startsWith(`${BASE}assets/`)) event.respondWith(serveAsset(request))
})

// Always the newest when there is a network: an old shell asks for files that are gone.
async function openShell() {
  const cache = await caches.open(SHELL)
  try {
    const response = await fetch(BASE, { cache: 'no-cache' })
    if (!response.ok) return response
    await renewShell(cache, response.clone())
    return response
  } catch (error) {
    const kept = await cache.match(BASE)
    if (kept === undefined) throw error
    return kept
  }
}

// A new shell has other files: those of the old one are thrown away.
async function renewShell(cache, response) {
  const kept = await cache.match(BASE)
  const [before, now] = await Promise.all([kept?.text(), response.clone().text()])
  if (before !== now) {
    const keys = await cache.keys()
    await Promise.all(keys.map((key) => cache.delete(key)))
  }
  await cache.put(BASE, response)
}

// Names of built files carry a hash of what is in them, so a kept one is never out of date.
async function serveAsset(request) {
  const cache = await caches.open(SHELL)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}
