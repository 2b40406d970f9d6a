import { AgendaTransitionHandler, CompileAgendaHandler, type AgendaAction } from '#agendas';
import { SYSTEM } from '#organisation';
import type { Deed } from './deeds.js';
import { instantOf, type DemoCalendar } from './demo-calendar.js';
import { permitted, type DemoStage } from './demo-stage.js';

const SECRETARIAT = 'geschaeftsstelle';
/** Days before the demo begins. */
const SPECIAL_AGENDA_AGO = 4;

interface AgendaAct {
  readonly daysBefore: number;
  readonly minutes: number;
  readonly action: Extract<AgendaAction, 'compileAgenda' | 'circulateAgenda' | 'circulateSupplement' | 'reviewAgenda'>;
}

/** Each adds one to the agenda's revision. What was accepted late comes with the supplement, with a suffix. */
const acts: readonly AgendaAct[] = [
  { daysBefore: 28, minutes: 10 * 60, action: 'compileAgenda' },
  { daysBefore: 28, minutes: 15 * 60, action: 'circulateAgenda' },
  { daysBefore: 12, minutes: 10 * 60, action: 'reviewAgenda' },
  { daysBefore: 12, minutes: 11 * 60, action: 'compileAgenda' },
  { daysBefore: 12, minutes: 11 * 60 + 30, action: 'circulateSupplement' },
];

/** The agenda of the current conference: circulated, looked through by the pre-conference, and completed. */
export function agendaDeeds(stage: DemoStage, conferenceId: string, calendar: DemoCalendar): readonly Deed[] {
  return acts.map(({ daysBefore, minutes, action }, done) => {
    const at = instantOf(calendar.before(daysBefore), minutes);
    return { at, run: () => act(stage, conferenceId, { at, action, done }) };
  });
}

/** Agenda and papers of the special session go out together, two days after the last topic came. */
export function specialAgendaDeeds(stage: DemoStage, conferenceId: string, calendar: DemoCalendar): readonly Deed[] {
  return (['compileAgenda', 'circulateAgenda'] as const).map((action, done) => {
    const at = instantOf(calendar.ago(SPECIAL_AGENDA_AGO), 15 * 60 + done * 30);
    return { at, run: () => act(stage, conferenceId, { at, action, done }) };
  });
}

async function act(
  stage: DemoStage,
  conferenceId: string,
  { at, action, done }: { readonly at: Date; readonly action: AgendaAct['action']; readonly done: number },
): Promise<void> {
  const agenda = await findAgenda(stage, conferenceId);
  if ((agenda?.revision ?? 0) > done) return;
  const secretariat = await stage.as(SECRETARIAT, at);
  if (action === 'compileAgenda' || agenda === null) {
    permitted(action, await stage.handler(CompileAgendaHandler).execute(secretariat, conferenceId));
    return;
  }
  const transition = { agendaId: agenda.id, expectedRevision: agenda.revision, action };
  permitted(action, await stage.handler(AgendaTransitionHandler).execute(secretariat, transition));
}

async function findAgenda(
  { database }: DemoStage,
  conferenceId: string,
): Promise<{ readonly id: string; readonly revision: number } | null> {
  const [found] = await database.read(SYSTEM, (tx) =>
    tx.query<{ id: string; revision: number }>('SELECT id, revision FROM agendas WHERE conference_id = $1', [
      conferenceId,
    ]),
  );
  return found ?? null;
}
