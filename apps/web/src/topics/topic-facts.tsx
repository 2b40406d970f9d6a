import { classificationNames, recommendationNames } from '#glossary';
import type { TopicPartsFragment } from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { formatDay, formatInstant } from '../ui/format.js';
import { Section } from '../ui/page.js';
import { committeeName } from '../ui/topic-list.js';

const yesNo = (value: boolean) => (value ? 'Ja' : 'Nein');
const lines = (values: readonly string[]) => (values.length === 0 ? null : values.join('; '));

/** „Lagebild, Stand 31.08.2026, BKA (Intern …)“ */
function describeAttachment({
  title,
  asOf,
  originator,
  classification,
}: TopicPartsFragment['attachments'][number]): string {
  const parts = [title, asOf && `Stand ${formatDay(asOf)}`, originator].filter((part) => part !== null && part !== '');
  return `${parts.join(', ')} (${classification === 'VS_NFD' ? 'liegt gesondert vor' : classificationNames[classification]})`;
}

export function TopicTexts({ topic }: { readonly topic: TopicPartsFragment }) {
  const texts: readonly (readonly [string, string | null])[] = [
    ['Sachverhalt', topic.facts],
    ['Begründung', topic.rationale],
    ['Begründung der Dringlichkeit', topic.urgencyReason],
  ];
  return texts.map(
    ([title, text]) =>
      text && (
        <Section key={title} title={title}>
          <p className="kern-body reading">{text}</p>
        </Section>
      ),
  );
}

export function TopicFacts({ topic }: { readonly topic: TopicPartsFragment }) {
  const isWithRegistrant = topic.state === 'DRAFT' || topic.state === 'RETURNED';
  const deadline = (instant: string) => (isWithRegistrant ? formatInstant(instant) : null);
  const { registrationDeadline, directRegistrationDeadline } = topic.conference;
  const committees = topic.involvedCommittees.map(({ code }) => committeeName(code));
  return (
    <Section title="Angaben zur Anmeldung">
      <Facts
        facts={[
          { term: 'Anmeldende Stelle', value: topic.registrant.name },
          { term: 'Mitanmeldende', value: lines(topic.coRegistrants.map(({ name }) => name)) },
          { term: 'Konferenz', value: topic.conference.title },
          { term: 'Vertagt von', value: lines(topic.previousConferences.map(({ title }) => title)) },
          { term: 'Zusammengeführt mit', value: topic.mergedInto && topic.mergedInto.title },
          {
            term: 'Federführender Arbeitskreis',
            value: topic.leadCommittee && committeeName(topic.leadCommittee.code),
          },
          { term: 'Weitere Arbeitskreise', value: lines(committees) },
          { term: 'Empfehlung', value: topic.recommendation && recommendationNames[topic.recommendation] },
          { term: 'Berichterstattung', value: lines(topic.rapporteurs) },
          { term: 'Anlagen', value: lines(topic.attachments.map(describeAttachment)) },
          {
            term: 'Einstufung',
            value: topic.isPlaceholder ? topic.marking : classificationNames[topic.classification],
          },
          { term: 'Freigabe gewünscht', value: yesNo(topic.releaseWish) },
          { term: 'Im Bundesrat anhängig', value: yesNo(topic.pendingInBundesrat) },
          { term: 'Finanzielle Auswirkungen', value: topic.financialImpact },
          { term: 'Aktenzeichen', value: topic.fileReference },
          { term: 'Ansprechperson', value: topic.contact },
          { term: 'Angelegt', value: formatInstant(topic.createdAt) },
          { term: 'Angemeldet', value: topic.submittedAt && formatInstant(topic.submittedAt) },
          { term: 'Zustimmung des Vorsitzes', value: topic.chairConsentedAt && formatInstant(topic.chairConsentedAt) },
          { term: 'Warum Sie dies sehen', value: topic.visibleBecause },
        ]}
      />
    </Section>
  );
}
