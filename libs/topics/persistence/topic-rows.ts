import { getMetadataArgsStorage } from 'typeorm';
import type { CommitteeCode, PartyCode } from '#glossary';
import type { Topic } from '../domain/topic.js';
import { TopicEntity } from './topic.entity.js';

/** A topic as flat statements read it. Its audience is the database's business and stays there. */
export type TopicRow = Omit<TopicEntity, 'audience'>;

/** The columns of `topics AS topic` under the names of the entity, which alone knows them. */
export const topicColumns = getMetadataArgsStorage()
  .columns.filter(({ target, propertyName }) => target === TopicEntity && propertyName !== 'audience')
  .map(({ propertyName, options }) => `topic.${options.name ?? propertyName} AS "${propertyName}"`)
  .join(', ');

/** The domain's view of a row. */
export function topicOf(row: TopicRow & Partial<TopicEntity>): Topic {
  const { registrantParty, registrantBody, audience: _audience, ...fields } = row;
  return { ...fields, registrant: registrantOf(registrantParty, registrantBody as CommitteeCode | null) };
}

function registrantOf(party: PartyCode | null, body: CommitteeCode | null): Topic['registrant'] {
  if (party !== null) return { party };
  if (body !== null) return { body };
  throw new Error('A topic has a registrant');
}
