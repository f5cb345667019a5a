import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The client is built into dist/client; public/ (map data) is copied beside it. Vitest takes its projects from here too.
export default defineConfig({
  root: 'client',
  publicDir: '../public',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Map and charts load on demand; the limit guards the entry, the map chunk is measured by `npm run bench`.
    chunkSizeWarningLimit: 2500,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8080', '/socket.io': { target: 'http://127.0.0.1:8080', ws: true } },
  },
})
