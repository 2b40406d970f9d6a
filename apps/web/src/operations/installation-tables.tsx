import { KernBadge } from '@kern-ux-annex/kern-react-kit';
import type { ReactNode } from 'react';
import type { OperationsQuery } from '../generated/graphql.js';
import { countOf, formatInstant } from '../ui/format.js';

type Operations = OperationsQuery['operations'];

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

function Table({ label, heads, rows }: TableProps) {
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="kern-table kern-table--small kern-table--striped">
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            {heads.map((head) => (
              <th className="kern-table__header" scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr className="kern-table__row" key={key}>
              <th className="kern-table__cell" scope="row">
                {name}
              </th>
              {cells.map((cell, column) => (
                <td className="kern-table__cell" key={heads[column + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const instantOr = (instant: string | null, otherwise: string): string =>
  instant === null ? otherwise : formatInstant(instant);

export function QueueTable({ queues }: { readonly queues: Operations['queues'] }) {
  if (queues === null) {
    return (
      <p className="kern-body">
        Die Warteschlange antwortet nicht. Verloren geht nichts: Was zu tun ist, steht im Postausgang und wird
        nachgeholt, sobald sie wieder da ist.
      </p>
    );
  }
  return (
    <Table
      label="Warteschlangen"
      heads={['Warteschlange', 'Wartend', 'Auf später gestellt', 'In Arbeit', 'Gescheitert', 'Älteste wartet seit']}
      rows={queues.map(({ name, label, waiting, delayed, active, failed, waitingSince }) => ({
        key: name,
        cells: [label, waiting, delayed, active, failed, instantOr(waitingSince, 'Nichts wartet')],
      }))}
    />
  );
}

export function ScheduleTable({ schedules }: { readonly schedules: Operations['schedules'] }) {
  if (schedules.length === 0) {
    return (
      <p className="kern-body">
        Noch ist keine regelmäßige Arbeit bekannt. Sie melden sich an, sobald der erste Arbeitsprozess läuft.
      </p>
    );
  }
  return (
    <Table
      label="Regelmäßige Arbeiten"
      heads={['Arbeit', 'Alle', 'Nächster Lauf', 'Letzter Lauf', 'Ergebnis', 'Zuletzt erfolgreich']}
      rows={schedules.map((schedule) => ({
        key: schedule.jobName,
        cells: [
          schedule.jobName,
          schedule.everySeconds === null ? '–' : `${schedule.everySeconds} s`,
          instantOr(schedule.nextRunAt, 'Nicht geplant'),
          instantOr(schedule.lastRunAt, 'Noch nie'),
          <Outcome schedule={schedule} key="outcome" />,
          instantOr(schedule.lastDoneAt, 'Noch nie'),
        ],
      }))}
    />
  );
}

function Outcome({ schedule }: { readonly schedule: Operations['schedules'][number] }) {
  const { lastOutcome, lastOutcomeLabel, failureLabel, failureCode } = schedule;
  if (lastOutcomeLabel === null) return <>–</>;
  return (
    <>
      <KernBadge text={lastOutcomeLabel} variant={lastOutcome === 'DONE' ? 'success' : 'danger'} />
      {failureLabel !== null && ` ${failureLabel}${failureCode === null ? '' : ` (${failureCode})`}`}
    </>
  );
}

export function WorkerTable({ workers }: { readonly workers: Operations['workers'] }) {
  if (workers.length === 0) {
    return (
      <p className="kern-body">
        Kein Arbeitsprozess ist angemeldet. Solange keiner läuft, wird nichts verschickt und keine Frist vermerkt;
        nachgeholt wird beides, sobald einer gestartet ist.
      </p>
    );
  }
  return (
    <Table
      label="Arbeitsprozesse"
      heads={['Rechner', 'Gestartet', 'Zuletzt gemeldet', 'Stand']}
      rows={workers.map((worker) => ({
        key: worker.id,
        cells: [
          worker.host,
          formatInstant(worker.startedAt),
          formatInstant(worker.seenAt),
          <WorkerBadge worker={worker} key="state" />,
        ],
      }))}
    />
  );
}

function WorkerBadge({ worker }: { readonly worker: Operations['workers'][number] }) {
  if (!worker.isAlive) return <KernBadge text="Meldet sich nicht" variant="danger" />;
  if (worker.isStopping) return <KernBadge text="Wird beendet" variant="warning" />;
  return <KernBadge text="Läuft" variant="success" />;
}

/** Whether mails leave; in words, because there is one server. */
export function MailServerState({
  server,
  waiting,
}: {
  readonly server: Operations['mailServer'];
  readonly waiting: number;
}) {
  const mails = waiting === 0 ? 'Keine E-Mail wartet.' : `${countOf(waiting, 'E-Mail wartet', 'E-Mails warten')}.`;
  if (server === null) {
    return <p className="kern-body">Kein Mailserver ist eingerichtet: E-Mails werden aufgehoben, nicht versandt.</p>;
  }
  const { state, stateLabel, since, reason, checkedAt } = server;
  return (
    <>
      <p className="kern-body">
        <KernBadge text={stateLabel} variant={state === null ? 'info' : state === 'WORKING' ? 'success' : 'danger'} />{' '}
        {since === null || checkedAt === null
          ? 'Ein Arbeitsprozess fragt ihn, sobald er beginnt.'
          : `seit ${formatInstant(since)}, zuletzt gefragt am ${formatInstant(checkedAt)}.`}
      </p>
      {reason !== null && <p className="kern-body">{reason}</p>}
      <p className="kern-body">
        {mails}
        {state === 'AWAY' &&
          ' Sie gehen von selbst hinaus, sobald er wieder annimmt; bis dahin wird er spätestens alle fünf Minuten gefragt. Nach fünf Tagen gelten sie als nicht zugestellt.'}
      </p>
    </>
  );
}
