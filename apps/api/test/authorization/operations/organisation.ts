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
  mutation('addPerson', 'eine freie E-Mail-Adresse', async (ground) => ground.personPlan()),
  mutation('grantAssignment', 'Leserecht in Hessen', async (ground) => {
    return { personId: await ground.newcomer(), role: 'READER', party: 'HE', on };
  }),
  mutation('grantAssignment', 'Gast im AK V', async (ground) => {
    return { personId: await ground.newcomer(), role: 'GUEST', body: 'AK5', on };
  }),
  mutation('grantAssignment', 'Koordination Hessen', async (ground) => {
    return { personId: await ground.newcomer(), role: 'PARTY_COORDINATOR', party: 'HE', on };
  }),
  mutation('appointDeputy', 'Leserecht in Hessen', async (ground) => {
    return { ...(await ground.assignment()), personId: await ground.newcomer(), on };
  }),
  mutation('handOverAssignment', 'Leserecht in Hessen', async (ground) => {
    return { ...(await ground.assignment()), personId: await ground.newcomer(), on, reason };
  }),
  mutation('endAssignment', 'Leserecht in Hessen', async (ground) => {
    return { ...(await ground.assignment()), on, reason };
  }),
  mutation('proposeChairTerms', 'ein späteres Jahr', async (ground) => ({ untilYear: await ground.terms.freeYear() })),
  mutation('confirmChairTerm', 'eine vorgeschlagene Amtszeit', async (ground) => ground.terms.proposed()),
  mutation('swapChairTerms', 'zwei spätere Amtszeiten', async (ground) => {
    return { ...(await ground.terms.later(3)), otherTermId: (await ground.terms.later(2)).termId, reason };
  }),
  mutation('shortenChairTerm', 'eine spätere Amtszeit', async (ground) => {
    return { ...(await ground.terms.later(4)), on: await ground.terms.firstDayOf(4), reason };
  }),
  mutation('nameOfficeHead', 'eine Stelle ohne Leitung', async (ground) => {
    await ground.stage.arrange(`DELETE FROM office_heads WHERE party_code = 'SL'`);
    return { office: 'SL', personId: await ground.newcomer(), on };
  }),
  mutation('endOfficeHead', 'die Leitung einer Stelle', async (ground) => {
    await ground.stage.arrange(`DELETE FROM office_heads WHERE party_code = 'TH'`);
    const [head] = await ground.stage.arrange<{ readonly id: string }>(
      `INSERT INTO office_heads (id, person_id, party_code, valid_from) VALUES (gen_random_uuid(), $1, 'TH', '2026-01-01')
       RETURNING id`,
      [await ground.newcomer()],
    );
    return { headId: head?.id, expectedRevision: 1, on, reason };
  }),
  mutation('dissolveBody', 'eine Arbeitsgruppe unter dem AK V', async (ground) => {
    return { ...(await ground.body()), on, reason };
  }),
];

export const organisationQueries: readonly Row[] = [
  always('viewer', 'person { name } capacities { label } mayRegisterFor { name } unreadNotifications'),
  always('parties', 'code'),
  always('bodies', 'code name shortName names { name } memberships { id } availableActions { action } history { id }'),
  always('offices', 'code name heads { personName state availableActions { action } history { id } }'),
  always('organisationActions', 'action available refusals { code }'),
  always('chairTerms', 'party { name } availableActions { action } history { id }'),
  {
    operation: 'body',
    given: 'jederzeit',
    query: 'query ($key: ID!) { body(key: $key) { code names { name } memberships { id } history { id } } }',
    prepare: async () => ({ variables: { key: 'AK5' } }),
  },
  {
    operation: 'person',
    given: 'jederzeit',
    query: 'query ($id: ID!) { person(id: $id) { name assignments(ended: true) { label history { id } } } }',
    prepare: async (ground) => ({ variables: { id: await ground.newcomer() } }),
  },
  always('people', 'totalCount nodes { name assignments { label state availableActions { action } history { id } } }'),
];
