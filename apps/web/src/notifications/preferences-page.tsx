import { notificationChannelNames, type NotificationChannel } from '#glossary';
import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useQuery } from 'urql';
import { send } from '../acts/act.js';
import {
  ChooseDigestTimeDocument,
  ChooseNotificationChannelDocument,
  NotificationPreferencesDocument,
  type PreferencePartsFragment,
} from '../generated/graphql.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Failure } from '../ui/failure.js';
import { SelectField } from '../ui/fields.js';
import { Loading, Page, Section } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';

type Choice = PreferencePartsFragment['choices'][number];

const channelChoices = Object.entries(notificationChannelNames).map(([value, label]) => ({ value, label }));
const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'];
const weekdayChoices = weekdays.map((label, index) => ({ value: `${index + 1}`, label }));
const hourChoices = Array.from({ length: 24 }, (_, hour) => ({ value: `${hour}`, label: `${hour} Uhr` }));

const saving = 'Wird gespeichert …';

/** Each choice applies at once, and says so. */
export function PreferencesPage() {
  const client = useClient();
  const [{ data, error }, execute] = useQuery({ query: NotificationPreferencesDocument });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Ihre Einstellungen werden geladen" />;
  }
  const note = (answer: readonly Refusal[], done: string) => {
    setRefusals(answer);
    setSaid(answer.length === 0 ? done : '');
  };
  const choose = async (kinds: readonly string[], value: string, what: string) => {
    const channel = value as NotificationChannel;
    setSaid(saving);
    const answer = await send(client, ChooseNotificationChannelDocument, { input: { kinds: [...kinds], channel } });
    note(answer, `Gespeichert: ${what} – ${notificationChannelNames[channel]}.`);
  };
  const { choices, digestHour, digestWeekday } = data.notificationPreferences;
  const changed = choices.filter(({ channel, usual }) => channel !== usual).map(({ kind }) => kind);
  const reset = async () => {
    const input = { kinds: changed, channel: null };
    setSaid(saving);
    const answer = await send(client, ChooseNotificationChannelDocument, { input });
    note(answer, 'Gespeichert: Alles kommt wieder, wie es üblich ist.');
    status.current?.focus();
  };
  const chooseTime = async (hour: number, weekday: number) => {
    setSaid(saving);
    const answer = await send(client, ChooseDigestTimeDocument, { input: { hour, weekday } });
    note(answer, `Gespeichert: Übersichten um ${hour} Uhr, wöchentliche am ${weekdays[weekday - 1] ?? ''}.`);
  };
  return (
    <Page
      title="Benachrichtigungen einstellen"
      lead={
        <p>
          Hier legen Sie fest, wie Sie wovon erfahren. In der{' '}
          <Link className="kern-link" to="/benachrichtigungen">
            Liste Ihrer Benachrichtigungen
          </Link>{' '}
          steht alles außer dem, was Sie gar nicht erfahren wollen. Termine und Fristen gibt es auch als{' '}
          <Link className="kern-link" to="/benachrichtigungen/kalender">
            Kalenderabonnement
          </Link>
          .
        </p>
      }
    >
      <ErrorSummary refusals={refusals} fieldId={() => null} onReload={reload} />
      <p className="kern-body said" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {changed.length > 0 && (
        <KernButton
          text={`Auf das Übliche zurücksetzen (${changed.length})`}
          variant="secondary"
          onClick={() => void reset()}
        />
      )}
      <Section title="Übersichten">
        <p className="kern-body">Übersichten kommen an Werktagen und nur, wenn es etwas Ungelesenes gibt.</p>
        <div className="choices">
          <SelectField
            id="stunde"
            label="Uhrzeit der Übersichten"
            value={`${digestHour}`}
            choices={hourChoices}
            onChange={(hour) => void chooseTime(Number(hour), digestWeekday)}
          />
          <SelectField
            id="wochentag"
            label="Tag der wöchentlichen Übersicht"
            value={`${digestWeekday}`}
            choices={weekdayChoices}
            onChange={(weekday) => void chooseTime(digestHour, Number(weekday))}
          />
        </div>
      </Section>
      {[...new Set(choices.map(({ area }) => area))].map((area) => (
        <Area key={area} area={area} choices={choices.filter((choice) => choice.area === area)} onChoose={choose} />
      ))}
    </Page>
  );
}

interface AreaProps {
  readonly area: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (kinds: readonly string[], channel: string, what: string) => Promise<void>;
}

function Area({ area, choices, onChoose }: AreaProps) {
  const free = choices.filter(({ channels }) => channels.length > 1);
  const fixed = choices.filter(({ channels }) => channels.length === 1);
  const channels = new Set(free.map(({ channel }) => channel));
  const [common] = channels;
  const kinds = free.map(({ kind }) => kind);
  return (
    <Section title={area}>
      {free.length > 1 && (
        <SelectField
          id={`alle-${area}`}
          label={`Alles unter „${area}“`}
          value={channels.size === 1 ? (common ?? '') : ''}
          empty="Verschieden"
          choices={channelChoices}
          onChange={(channel) => channel !== '' && void onChoose(kinds, channel, area)}
        />
      )}
      <div className="choices">
        {free.map(({ kind, label, channel, channels, usualLabel }) => (
          <SelectField
            key={kind}
            id={kind}
            label={label}
            value={channel}
            hint={`Üblich: ${usualLabel}`}
            choices={channels.map((value) => ({ value, label: notificationChannelNames[value] }))}
            onChange={(chosen) => void onChoose([kind], chosen, label)}
          />
        ))}
      </div>
      {fixed.length > 0 && (
        <>
          <p className="kern-body">Immer sofort per E-Mail, weil Sie handeln müssen oder Ihre Rechte betroffen sind:</p>
          <ul className="kern-list kern-list--bullet">
            {fixed.map(({ kind, label }) => (
              <li key={kind} className="kern-body">
                {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
