import { consoleRoutes } from '@danbao/contracts/console'
import { leanRoutes, withoutSchemas } from '@danbao/ui/build'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  // The icons and the worker for offline are the same in both apps.
  publicDir: '../../packages/ui/public',
  plugins: [
    leanRoutes('@danbao/contracts/console', 'consoleRoutes', consoleRoutes),
    withoutSchemas(),
    react(),
    tailwindcss(),
  ],
  build: {
    sourcemap: true,
    // The content policy allows no data: addresses, and small files cost little over HTTP/2.
    assetsInlineLimit: 0,
    // The check of the size reads from it what the first screen loads.
    manifest: true,
  },
})
