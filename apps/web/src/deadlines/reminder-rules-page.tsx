import { useState } from 'react';
import { Link } from 'react-router';
import { useClient, useQuery } from 'urql';
import { send } from '../acts/act.js';
import {
  type ReminderRulePartsFragment as Rule,
  ReminderRulesDocument,
  SwitchReminderOffDocument,
  SwitchReminderOnDocument,
} from '../generated/graphql.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Failure } from '../ui/failure.js';
import { Checkbox } from '../ui/fields.js';
import { History } from '../ui/history.js';
import { Loading, Page, Section } from '../ui/page.js';
import type { Refusal } from '../ui/refusals.js';

const when =
  'Erinnert wird um 8 Uhr an Arbeitstagen, nie am Wochenende oder an Feiertagen im Land der Person, und nur, wer noch ' +
  'etwas zu tun hat. Fallen zwei Erinnerungen auf einen Tag, kommt nur die dringendere.';

/** When people are reminded, by kind of deadline. Each choice of the secretariat applies at once, and says so. */
export function ReminderRulesPage() {
  const client = useClient();
  const [{ data, error }, execute] = useQuery({ query: ReminderRulesDocument });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [said, setSaid] = useState('');
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Die Erinnerungen werden geladen" />;
  }
  const switchTo = async ({ id: ruleId, revision: expectedRevision, kindLabel, rungLabel }: Rule, isOn: boolean) => {
    const input = { ruleId, expectedRevision };
    setSaid('Wird gespeichert …');
    const answer = isOn
      ? await send(client, SwitchReminderOnDocument, { input })
      : await send(client, SwitchReminderOffDocument, { input });
    setRefusals(answer);
    setSaid(answer.length === 0 ? `Gespeichert: ${kindLabel}, ${rungLabel} – ${isOn ? 'ein' : 'aus'}.` : '');
    reload();
  };
  const rules = data.reminderRules;
  return (
    <Page title="Erinnerungen an Fristen" lead={when}>
      <p className="kern-body">
        <Link className="kern-link" to="/konferenzen">
          Zu den Konferenzen
        </Link>{' '}
        ·{' '}
        <Link className="kern-link" to="/organisation/leitungen">
          Wer eine Stelle leitet
        </Link>
      </p>
      <ErrorSummary refusals={refusals} fieldId={() => null} onReload={reload} />
      <p className="kern-body said" role="status">
        {said}
      </p>
      {!rules.some(isSwitchable) && (
        <p className="kern-body">Welche Erinnerungen versandt werden, legt die Geschäftsstelle fest.</p>
      )}
      {[...new Set(rules.map(({ kind }) => kind))].map((kind) => (
        <RulesOfKind key={kind} rules={rules.filter((rule) => rule.kind === kind)} onSwitch={switchTo} />
      ))}
    </Page>
  );
}

const isSwitchable = ({ availableActions }: Rule) => availableActions.some(({ available }) => available);

interface RulesOfKindProps {
  readonly rules: readonly Rule[];
  readonly onSwitch: (rule: Rule, isOn: boolean) => Promise<void>;
}

function RulesOfKind({ rules, onSwitch }: RulesOfKindProps) {
  const kindLabel = rules[0]?.kindLabel ?? '';
  const entries = rules.flatMap(({ history, rungLabel }) =>
    history.map((entry) => ({ ...entry, label: `${entry.label}: ${rungLabel}` })),
  );
  return (
    <Section title={kindLabel}>
      {rules.some(isSwitchable) ? (
        <fieldset className="kern-fieldset">
          <legend className="kern-sr-only">Erinnerungen: {kindLabel}</legend>
          <div className="kern-fieldset__body check-columns">
            {rules.map((rule) => (
              <Checkbox
                key={rule.id}
                id={rule.id}
                label={rule.rungLabel}
                checked={rule.isOn}
                onChange={(isOn) => void onSwitch(rule, isOn)}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <p className="kern-body">{switchedOn(rules)}</p>
      )}
      {entries.length > 0 && (
        <details>
          <summary className="kern-body">
            Verlauf<span className="kern-sr-only">: {kindLabel}</span>
          </summary>
          <History entries={entries} />
        </details>
      )}
    </Section>
  );
}

function switchedOn(rules: readonly Rule[]): string {
  const on = rules.filter(({ isOn }) => isOn).map(({ rungLabel }) => rungLabel);
  return on.length === 0 ? 'Keine Erinnerungen.' : on.join(' · ');
}
