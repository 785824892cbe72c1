import { writeSync } from 'node:fs'

/** Prints `N passed, N failed, N skipped` as the very last line of a run. */
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      let failed = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state] += 1
        if (state === 'failed') failed += 1
      }
      // A file that could not be loaded, or a hook that failed, has no failed test of its own.
      if (failed === 0 && !module.ok()) counts.failed += 1
    }
    const skipped = counts.skipped + counts.pending
    const line = `${counts.passed} passed, ${counts.failed} failed, ${skipped} skipped\n`
    // At the exit, because the teardown and the other reporters still print after this moment.
    process.once('exit', () => writeSync(1, line))
  }
}
