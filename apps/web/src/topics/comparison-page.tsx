import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { ProposalComparisonDocument, StageTextsDocument, type StageTextsQuery } from '../generated/graphql.js';
import { Failure } from '../ui/failure.js';
import { SelectField } from '../ui/fields.js';
import { formatInstant } from '../ui/format.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page, Section } from '../ui/page.js';
import { ComparedClauses } from './compared-clauses.js';
import { Marking } from '../ui/marking.js';
import { stageSteps } from './stage-steps.js';

/** Two texts of a topic, clause by clause; which two stands in the address, so that it can be sent on. */
export function ComparisonPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: StageTextsDocument, variables: { id } });
  if (data) return <Comparison topic={data.topic} />;
  if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  return <Loading what="Die Fassungen werden geladen" />;
}

function Comparison({ topic }: { readonly topic: StageTextsQuery['topic'] }) {
  const [params, setParams] = useSearchParams();
  const versions = [...topic.proposalVersions].sort((a, b) => a.number - b.number);
  const from = params.get('von') ?? versions.at(0)?.id ?? '';
  const to = params.get('bis') ?? versions.at(-1)?.id ?? '';
  const choose = (von: string, bis: string) => setParams({ von, bis }, { replace: true });
  const choices = versions.map(({ id, number, stageLabel, authorName, createdAt }) => ({
    value: id,
    label: `Fassung ${number}: ${stageLabel} (${authorName}, ${formatInstant(createdAt)})`,
  }));
  const steps = stageSteps(topic).filter(({ isUnchanged }) => !isUnchanged);
  return (
    <Page title="Fassungen vergleichen" preline={topic.title}>
      <Marking text={topic.marking} />
      <p>
        <LinkButton to={`/themen/${topic.id}`} text="Zurück zum Thema" icon="arrow-back" />
      </p>
      {versions.length < 2 ? (
        <p className="kern-body">Zu diesem Thema gibt es noch keine zwei Fassungen, die sich vergleichen ließen.</p>
      ) : (
        <>
          <Section title="Welche Fassungen">
            {steps.length > 0 && (
              <SelectField
                id="stufe"
                label="Was eine Stufe geändert hat"
                optional
                value={steps.some((step) => step.from === from && step.to === to) ? `${from} ${to}` : ''}
                onChange={(value) => {
                  const [von, bis] = value.split(' ');
                  if (von && bis) choose(von, bis);
                }}
                choices={steps.map((step) => ({ value: `${step.from} ${step.to}`, label: step.label }))}
                empty="Eigene Auswahl"
              />
            )}
            <SelectField id="von" label="Von" value={from} onChange={(value) => choose(value, to)} choices={choices} />
            <SelectField id="bis" label="Bis" value={to} onChange={(value) => choose(from, value)} choices={choices} />
          </Section>
          <Differences topicId={topic.id} from={from} to={to} />
        </>
      )}
    </Page>
  );
}

interface DifferencesProps {
  readonly topicId: string;
  readonly from: string;
  readonly to: string;
}

function Differences({ topicId, from, to }: DifferencesProps) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: ProposalComparisonDocument,
    variables: { topicId, fromVersionId: from, toVersionId: to },
  });
  if (error) return <Failure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (!data || fetching) return <Loading what="Die Fassungen werden verglichen" />;
  return (
    <Section title="Unterschiede">
      <ComparedClauses clauses={data.proposalComparison.clauses} />
    </Section>
  );
}
