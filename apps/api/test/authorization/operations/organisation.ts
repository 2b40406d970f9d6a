import { always, type Row } from './row.js';

export const organisationMutations: readonly Row[] = [];

export const organisationQueries: readonly Row[] = [
  always('viewer', 'person { name } capacities { label } mayRegisterFor { name } unreadNotifications'),
  always('parties', 'code'),
  always('bodies', 'code'),
];
