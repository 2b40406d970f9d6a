import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarContent, CalendarFeedState } from '#glossary';
import { PersonEntity } from '#organisation';

@Entity('calendar_feeds')
@Check('calendar_feeds_content', `content IN ('SESSIONS_AND_DEADLINES', 'SESSIONS', 'DEADLINES')`)
@Check('calendar_feeds_state', `state IN ('ACTIVE', 'REVOKED')`)
@Check('calendar_feeds_token', `(state = 'ACTIVE') = (token_hash IS NOT NULL)`)
@Unique('calendar_feeds_once', ['tokenHash'])
@Index('calendar_feeds_of_person', ['personId'])
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_feeds_pkey' }) id!: string;

  @ForeignKey(() => PersonEntity, { name: 'calendar_feeds_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text') name!: string;
  @Column('text') content!: CalendarContent;
  @Column('text') state!: CalendarFeedState;
  /** SHA-256 of the token in the address; null once revoked, which nobody can tell from an address that never was. */
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash!: Buffer | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('timestamptz', { name: 'fetched_at', nullable: true }) fetchedAt!: Date | null;
  @Column('int') revision!: number;
}
