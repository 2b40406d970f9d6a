import { PassDeadlinesJob, RemindOfDeadlinesJob } from '#deadlines';
import { OfficeHeadTransitionHandler, SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';

const MORNING = 8 * 60;
/** So many days people have been reminded when the demo begins. */
const REMINDED_DAYS = 8;

/** Who heads which office: the first to hear of what is left undone. */
const heads: readonly (readonly [office: string, mailbox: string])[] = [
  ['HH', 'fachreferat.hh'],
  ['HE', 'fachreferat.he'],
  ['AK2', 'mitglied.ak2'],
];

export function headDeeds(stage: DemoStage, calendar: DemoCalendar): readonly Deed[] {
  const day = calendar.ago(REMINDED_DAYS + 2);
  return heads.map(([office, mailbox], index) => {
    const at = instantOf(day, MORNING + index);
    return { at, run: () => name(stage, office, mailbox, { day, at }) };
  });
}

async function name(
  stage: DemoStage,
  office: string,
  mailbox: string,
  { day: on, at }: { readonly day: string; readonly at: Date },
): Promise<void> {
  const known = await stage.database.read(SYSTEM, (tx) =>
    tx.query('SELECT FROM office_heads WHERE coalesce(party_code, body_code) = $1', [office]),
  );
  if (known.length > 0) return;
  const { personId } = await stage.as(mailbox, at);
  const secretariat = await stage.as('geschaeftsstelle', at);
  const input = { personId: personId ?? '', on, reason: '' };
  const naming = { action: 'nameOfficeHead', office, input } as const;
  permitted(office, await stage.handler(OfficeHeadTransitionHandler).execute(secretariat, naming));
}

/**
 * What the worker would have done on the last mornings. Deadlines know when they were set by the clock of the database,
 * for which all of the demo happens today: they are given the instants at which their records came into being.
 */
export async function remindPeople(stage: DemoStage, calendar: DemoCalendar): Promise<void> {
  await stage.as('geschaeftsstelle', calendar.begunAt);
  await stage.handler(PassDeadlinesJob).run();
  await stage.database.write(SYSTEM, (tx) =>
    tx.execute(
      `UPDATE deadlines SET set_at = record.since
       FROM (SELECT record_id, min(occurred_at) AS since FROM history GROUP BY record_id) AS record
       WHERE record.record_id = subject_id AND record.since < set_at`,
    ),
  );
  const days = Array.from({ length: REMINDED_DAYS }, (_, ago) => calendar.ago(REMINDED_DAYS - 1 - ago));
  for (const day of new Set(days)) {
    const morning = instantOf(day, MORNING);
    if (morning > calendar.begunAt) break;
    await stage.as('geschaeftsstelle', morning);
    await stage.handler(RemindOfDeadlinesJob).run();
  }
}
