import { DatabaseError } from 'pg'

/** The database could not be reached in time; try again later with the same key. */
export class DatabaseUnavailableError extends Error {}

/** The connection went away; whether a commit in flight took effect is unknown. */
export class ConnectionLostError extends Error {}

/** SQLSTATE classes 08 (connection), 57P (shutdown), 53 (out of resources), 58 (system); 25P03 idle timeout. */
const AWAY = /^(08|57P|53|58|25P03)/

/** What `pg` and its pool report without an SQLSTATE when a connection breaks or can not be had. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client was closed|Client has)/

/** Whether a failure means that the database is away for a moment, and not that something is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError || error instanceof ConnectionLostError) return true
  if (error instanceof DatabaseError) return AWAY.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  return 'syscall' in error || BROKEN.test(error.message)
}
