import { totalmem } from 'node:os'

export type Settings = Readonly<Record<string, string>>

/** The server's settings; fsync and synchronous_commit keep their safe defaults. */
export function serverSettings(socketFolder: string): Settings {
  return {
    // The OpenSSL of the programs is old: nothing but the socket.
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    shared_buffers: `${sharedBuffersMb()}MB`,
    max_connections: '100',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    // The programs are built without lz4; this is pglz.
    wal_compression: 'on',
    deadlock_timeout: '200ms',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Failed statements are for the application to log: their details carry personal data.
    log_min_messages: 'log',
  }
}

function sharedBuffersMb(): number {
  const limit = process.constrainedMemory()
  const total = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return Math.min(1024, Math.max(128, Math.floor(total / 8 / 1024 / 1024)))
}

export function settingArguments(settings: Settings): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
