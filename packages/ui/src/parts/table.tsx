import type { KeyboardEvent, ReactNode } from 'react'
import { latinLetter } from '../app/latin-letter.ts'
import { cx } from './cx.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end'
  readonly className?: string
}

export interface TableProps<Row> {
  /** What it lists, for screen readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Rows can be chosen by mouse, Enter, and walked through by arrows, j and k. */
  readonly onRow?: (row: Row) => void
  readonly selected?: string | undefined
  readonly empty?: ReactNode
}

/**
 * Many rows at a glance, for staff. On a narrow screen each row becomes a block whose cells carry
 * their titles; the roles are written out, because such a block is no table to a browser.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, onRow, selected, empty } = props
  if (rows.length === 0 && empty !== undefined) return empty
  return (
    <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table role="table" className="w-full border-collapse text-small max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sticky top-0 bg-card max-md:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={cx(CELL, 'border-b border-line font-strong text-ink-soft', at(column))}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:block">
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              selected={rowKey(row) === selected}
              onRow={onRow}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TableRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly selected: boolean
  readonly onRow: ((row: Row) => void) | undefined
}

function TableRow<Row>({ row, columns, selected, onRow }: TableRowProps<Row>) {
  return (
    <tr
      role="row"
      tabIndex={onRow === undefined ? undefined : 0}
      aria-selected={onRow === undefined ? undefined : selected}
      onClick={() => onRow?.(row)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRow?.(row)
        walk(event)
      }}
      className={cx(
        'border-b border-line max-md:block max-md:py-2',
        onRow !== undefined && 'cursor-pointer hover:bg-well focus-visible:-outline-offset-2',
        selected && 'bg-jade-wash',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          className={cx(CELL, at(column), column.className, 'max-md:flex max-md:gap-3')}
        >
          <span aria-hidden className="w-24 shrink-0 text-start text-ink-soft md:hidden">
            {column.title}
          </span>
          <span className="min-w-0 max-md:flex-1 max-md:text-start">{column.cell(row)}</span>
        </td>
      ))}
    </tr>
  )
}

const CELL = 'px-3 py-2 align-top max-md:px-0 max-md:py-1'

function at(column: { readonly align?: 'start' | 'end' }): string {
  return column.align === 'end' ? 'text-end tabular-nums' : 'text-start'
}

function walk(event: KeyboardEvent<HTMLTableRowElement>): void {
  const letter = latinLetter(event)
  const down = event.key === 'ArrowDown' || letter === 'j'
  if (!down && event.key !== 'ArrowUp' && letter !== 'k') return
  const row = event.currentTarget
  const next = down ? row.nextElementSibling : row.previousElementSibling
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
