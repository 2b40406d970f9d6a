import { useCallback } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActPanel } from '../acts/act-panel.js';
import { TopicPageDocument, type TopicPartsFragment } from '../generated/graphql.js';
import { CommentRoundsOfTopic } from '../comment-rounds/comment-rounds-of-topic.js';
import { FollowUpsOfTopic } from '../follow-ups/follow-ups-of-topic.js';
import { Failure } from '../ui/failure.js';
import { History } from '../ui/history.js';
import { CorrectionsSection } from '../corrections/corrections-section.js';
import { StatementsSection } from '../statements/statements-section.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page, Section } from '../ui/page.js';
import { TopicStateBadge } from '../ui/states.js';
import { topicKindNames } from '#glossary';
import { useSession } from '../session/session.js';
import { AppearancesSection } from './appearances-section.js';
import { PrecedentsSection } from './precedents-section.js';
import { RecommendationsSection } from './recommendations-section.js';
import { StagesSection } from './stages-section.js';
import { Marking } from '../ui/marking.js';
import { RestrictionSection } from './restriction-section.js';
import { MergesSection } from './merges-section.js';
import { type OfferedConference, topicActOf } from './topic-acts.js';
import { ReleasesSection } from '../release/releases-section.js';
import { WrittenProceduresOfTopic } from '../written-procedures/written-procedures-of-topic.js';
import { TopicFacts, TopicTexts } from './topic-facts.js';
import { ProposalSection } from './proposal-section.js';
import { ProcedureLinks } from './procedure-links.js';

export function TopicPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: TopicPageDocument, variables: { id } });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  if (data) return <Topic key={data.topic.id} topic={data.topic} conferences={data.conferences} onReload={reload} />;
  if (error) return <Failure error={error} onRetry={reload} />;
  return <Loading what="Das Thema wird geladen" />;
}

interface TopicProps {
  readonly topic: TopicPartsFragment;
  readonly conferences: readonly OfferedConference[];
  readonly onReload: () => void;
}

function Topic({ topic, conferences, onReload }: TopicProps) {
  const { viewer } = useSession();
  const parties = viewer.mayRegisterFor.flatMap(({ name, party }) =>
    party ? [{ value: party.code, label: name }] : [],
  );
  return (
    <Page
      title={topic.title}
      preline={`${topicKindNames[topic.kind]} · ${topic.conference.title}`}
      lead={
        <>
          <Marking text={topic.marking} />
          {topic.subtitle && <p className="kern-body kern-body--large">{topic.subtitle}</p>}
          <p className="row">
            <TopicStateBadge state={topic.state} label={topic.stateLabel} />
            {topic.outcomeLabel && <span className="kern-body kern-body--bold">{topic.outcomeLabel}</span>}
            {topic.isLate && <span className="kern-body kern-body--bold">verspätet angemeldet</span>}
          </p>
        </>
      }
    >
      <div className="two-columns">
        <div>
          <ProposalSection topic={topic} />
          <CommentRoundsOfTopic topicId={topic.id} revision={topic.revision} />
          <StagesSection topicId={topic.id} />
          <RecommendationsSection topicId={topic.id} revision={topic.revision} />
          <CorrectionsSection topicId={topic.id} />
          <StatementsSection topicId={topic.id} />
          <ReleasesSection topicId={topic.id} />
          <TopicTexts topic={topic} />
          <TopicFacts topic={topic} />
          <RestrictionSection topic={topic} onChanged={onReload} />
          <PrecedentsSection topic={topic} onChanged={onReload} />
          <MergesSection topicId={topic.id} revision={topic.revision} onChanged={onReload} />
          <WrittenProceduresOfTopic topicId={topic.id} />
          <FollowUpsOfTopic topicId={topic.id} />
        </div>
        <aside aria-label="Nächste Schritte und Verlauf">
          <Section title="Nächste Schritte">
            <EditLink topic={topic} />
            <ActPanel
              actions={topic.availableActions}
              actOf={topicActOf(topic, conferences, parties)}
              onDone={onReload}
              onReload={onReload}
            />
            <ProcedureLinks topic={topic} onReload={onReload} />
          </Section>
          <AppearancesSection topicId={topic.id} revision={topic.revision} />
          <Section title="Verlauf">
            <History entries={topic.history} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function EditLink({ topic }: { readonly topic: TopicPartsFragment }) {
  const may = (name: string) => topic.availableActions.some(({ action, available }) => action === name && available);
  if (!may('editTopic') && !may('reviseProposal')) return null;
  const both = may('reviseProposal') ? 'Anmeldung und Text bearbeiten' : 'Anmeldung bearbeiten';
  const text = may('editTopic') ? both : 'Beschlussvorschlag bearbeiten';
  return (
    <p>
      <LinkButton to={`/themen/${topic.id}/bearbeiten`} text={text} icon="edit" />
    </p>
  );
}
