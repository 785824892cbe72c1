import type { StaffMemberView } from '@danbao/contracts/console'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => api.call('listStaff', { signal }),
})

/** Puts a changed or new member into what was read. */
export function useKeepMember(): (member: StaffMemberView) => void {
  const client = useQueryClient()
  return (member) => {
    client.setQueryData(staffQuery.queryKey, (before) =>
      before === undefined
        ? undefined
        : { data: [member, ...before.data.filter(({ id }) => id !== member.id)] },
    )
    void client.invalidateQueries({ queryKey: staffQuery.queryKey })
    void client.invalidateQueries({ queryKey: ['approvals'] })
  }
}
