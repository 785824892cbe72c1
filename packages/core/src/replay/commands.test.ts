import { accept, instant, isUuid } from '@danbao/kernel'
import { problemOf, type RefusalCode } from '@danbao/contracts'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../engine/command.ts'
import { commandId, createRunCommand } from './commands.ts'

const refusing = (code: RefusalCode) =>
  createRunCommand({
    execute: async (): Promise<Answer> => ({
      ...problemOf({ code, detail: 'Because.' }),
      replayed: false,
    }),
  })

const COMMAND = {
  name: 'ship order',
  at: instant(0),
  command: { name: 'ship', needs: [], decide: () => accept({ status: 200, body: '' } as const) },
}

describe('a command of the replay', () => {
  it('may come too late where a timer can be first', async () => {
    await expect(refusing('wrong_state')({ ...COMMAND, mayBeLate: true })).resolves.toContain(
      'wrong_state',
    )
  })

  it.each([
    ['wrong_state', false],
    ['reference_in_use', true],
    ['insufficient_funds', true],
  ] as const)('ends the replay when it is refused with %s (%s)', async (code, mayBeLate) => {
    await expect(refusing(code)({ ...COMMAND, mayBeLate })).rejects.toThrow(
      `The replay can not go on: "ship order" was refused with ${code}. Because.`,
    )
  })

  it('has the same id whenever it is named', () => {
    expect(commandId('ship order')).toBe(commandId('ship order'))
    expect(commandId('ship order')).not.toBe(commandId('ship another'))
    expect(isUuid(commandId('ship order'))).toBe(true)
  })
})
