// The tests of the screens need a Chromium. Where there is none it is fetched: Debian's package as
// root, else Playwright's own build. Runs before the tests, on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function found() {
  const asked = process.env['CHROMIUM']
  if (asked !== undefined) return existsSync(asked) ? asked : undefined
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path))
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function fetchBrowser() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.env['DEBIAN_FRONTEND'] = 'noninteractive'
    // With a font for Chinese, or the pictures of the screens show boxes.
    const wanted = ['--no-install-recommends', 'chromium', 'fonts-wqy-microhei']
    if (run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', ...wanted])) {
      return true
    }
  }
  return run('npx', ['playwright-core', 'install', 'chromium'])
}

if (found() === undefined) {
  console.log('Fetching a browser for the tests of the screens …')
  fetchBrowser()
  if (found() === undefined) {
    console.error(
      'There is no Chromium and none could be fetched. Install one (Debian: apt-get install ' +
        'chromium), or name it in the variable CHROMIUM, and run the tests again.',
    )
    process.exit(1)
  }
}
