import { always, mutation, reason, type Row } from './row.js';

const on = '2026-12-31';

export const organisationMutations: readonly Row[] = [
  mutation('setUpBody', 'eine Arbeitsgruppe unter dem AK V', async (ground) => ground.bodyPlan()),
  mutation('renameBody', 'eine Arbeitsgruppe unter dem AK V', async (ground) => {
    return { ...(await ground.body()), name: 'Ein neuer Name', on };
  }),
  mutation('changeMembership', 'eine Arbeitsgruppe unter dem AK V', async (ground) => {
    return { ...(await ground.body()), party: 'HE', kind: 'GUEST', mayDeclare: true, on, reason };
  }),
  mutation('dissolveBody', 'eine Arbeitsgruppe unter dem AK V', async (ground) => {
    return { ...(await ground.body()), on, reason };
  }),
];

export const organisationQueries: readonly Row[] = [
  always('viewer', 'person { name } capacities { label } mayRegisterFor { name } unreadNotifications'),
  always('parties', 'code'),
  always('bodies', 'code'),
];
