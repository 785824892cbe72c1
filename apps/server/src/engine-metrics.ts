import { Histogram, type Registry } from 'prom-client'

/** How large the engine's transactions are and how long they take. */
export function engineMetrics(registry: Registry): (size: number, seconds: number) => void {
  const sizes = new Histogram({
    name: 'danbao_engine_batch_commands',
    help: 'Commands per transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'danbao_engine_batch_seconds',
    help: 'From the first read of a transaction to its commit.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  return (size, seconds) => {
    sizes.observe(size)
    durations.observe(seconds)
  }
}
