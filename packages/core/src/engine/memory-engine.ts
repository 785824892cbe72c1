import type { Clock } from '@danbao/kernel'
import { assumeSettings, type Settings } from '../clock/settings.ts'
import { answer, type Engine } from './engine.ts'
import { WorkingSet } from './working-set.ts'

/**
 * The same decisions over one working set that is never written: nothing is loaded, nothing kept.
 * Benchmarks measure by it what the database costs; there is no other use.
 */
export function createMemoryEngine(clock: Clock, settings: Settings): Engine {
  const ws = new WorkingSet(clock.now(), { complete: true })
  assumeSettings(ws, settings)
  return {
    async execute(request) {
      ws.now = clock.now()
      for (const need of request.command.needs) need(ws)
      const given = answer(ws, request)
      ws.journal.forget()
      return given
    },
    close: () => Promise.resolve(),
  }
}
