import { Injectable } from '@nestjs/common';
import type { PartyCode } from '#glossary';
import { Conferences, titleOf } from '#conferences';
import type { RegistrantRef } from '#organisation';
import type { ReadTx, Tx } from '#platform/database';
import type { Refused } from '#platform/lifecycle';
import { OpenFollowUpTopicHandler, TopicRepository, type CitedPrecedent, type Topic } from '#topics';
import { nameOfAddressee } from '../../domain/follow-up-words.js';
import { unknownFollowUp } from '../../follow-up-transition.handler.js';
import type { StoredFollowUp } from '../../persistence/follow-up-rows.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';
import { Origins, type QuotedOrigin } from '../../persistence/origins.js';

export type OpenedTopic = { readonly ok: true; readonly topicId: string; readonly revision: number } | Refused;

const LONGEST_TITLE = 200;

/** Makes the topic as which a follow-up comes back. */
@Injectable()
export class FollowUpTopics {
  constructor(
    private readonly followUps: FollowUps,
    private readonly origins: Origins,
    private readonly conferences: Conferences,
    private readonly topics: TopicRepository,
    private readonly opening: OpenFollowUpTopicHandler,
  ) {}

  /** Not yet returned, not yet done, and due at a conference that is planned. */
  async listDue(tx: ReadTx): Promise<readonly { readonly id: string }[]> {
    return tx.query<{ id: string }>(
      `SELECT follow_ups.id FROM follow_ups
       JOIN resolutions ON resolutions.id = resolution_id
       JOIN conferences AS origin ON origin.id = resolutions.conference_id
       JOIN conferences AS planned ON planned.season = due_season AND planned.year = due_year
         AND planned.profile_code = origin.profile_code AND planned.state <> 'CANCELLED'
       WHERE returned_topic_id IS NULL AND follow_ups.state IN ('OPEN', 'IN_PROGRESS', 'EXTENDED', 'REPORTED')
       ORDER BY planned.starts_on, follow_ups.id`,
    );
  }

  async open(tx: Tx, followUpId: string): Promise<OpenedTopic> {
    const followUp = await this.followUps.lockFollowUp(tx, followUpId);
    if (followUp === null) return unknownFollowUp;
    const { resolutionId, due, revision, returnedTopicId } = followUp;
    const origin = await this.origins.originOf(tx, resolutionId);
    const conference = await this.origins.conferenceDue(tx, resolutionId, due);
    if (origin === null || conference === null) return unknownFollowUp;
    // Already returned: the follow-up's own table refuses, and no second topic is made for it.
    if (returnedTopicId !== null) return { ok: true, topicId: returnedTopicId, revision };
    const topic = await this.topics.findTopic(tx, origin.topicId);
    const source = await this.conferences.getConference(tx, origin.conferenceId);
    const { chair } = await this.conferences.getConference(tx, conference.id);
    const answer = await this.opening.openIn(tx, {
      conferenceId: conference.id,
      registrant: registrantOf(followUp, chair),
      classification: topic?.classification ?? 'INTERNAL',
      cites: citationOf(topic, followUp),
      ...wordsOf(followUp, origin, titleOf(source)),
    });
    return answer.ok ? { ok: true, topicId: answer.topic.id, revision } : answer;
  }
}

/** The clause in the text as adopted, so that both topics lead to each other. */
function citationOf(topic: Topic | null, { clauseId }: StoredFollowUp): Pick<CitedPrecedent, 'topic' | 'clause'> {
  const versionId = topic?.frozenVersions.AS_ADOPTED;
  return { topic, clause: versionId === undefined ? undefined : { clauseId, versionId } };
}

/** Whoever was asked registers the topic; for the chair and for all Länder, the Land that holds the chair then. */
function registrantOf({ addressee }: StoredFollowUp, chair: PartyCode): RegistrantRef {
  switch (addressee.kind) {
    case 'BODY':
      return { body: addressee.code };
    case 'PARTY':
      return { party: addressee.code };
    case 'CHAIR':
    case 'ALL_LAENDER':
      return { party: chair };
  }
}

function wordsOf(
  { task, clauseId, addressee }: StoredFollowUp,
  { clauses, title, itemNumber }: QuotedOrigin,
  conferenceTitle: string,
): { readonly title: string; readonly facts: string; readonly precedents: readonly string[] } {
  const clause = clauses.get(clauseId);
  const parts = [conferenceTitle, itemNumber === null ? null : `TOP ${itemNumber}`];
  const source = [...parts, clause?.number ? `Ziffer ${clause.number}` : null]
    .filter((part) => part !== null)
    .join(', ');
  const subject = `Bericht: ${title}`;
  return {
    title: subject.length > LONGEST_TITLE ? `${subject.slice(0, LONGEST_TITLE - 1)}…` : subject,
    facts: `${source}: „${clause?.text ?? ''}“\n\nAuftrag an ${nameOfAddressee(addressee)}: ${task}`,
    precedents: [source],
  };
}
