import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AgendaState, BodyCode } from '#glossary';
import { ConferenceEntity, SessionEntity } from '#conferences';

@Entity('agendas')
@Check('agendas_state', 'see the migration')
@Check('agendas_circulated', `(state IN ('COLLECTING', 'DRAFT')) = (circulated_at IS NULL)`)
@Check('agendas_supplements', `circulated_at IS NOT NULL OR supplements = '{}'`)
@Check('agendas_audience', '0 = ANY (audience)')
@Check('agendas_bodies', 'cardinality(body_codes) >= 1')
@Check('agendas_of_session', `(session_id IS NULL) = (body_codes[1] = 'MAIN_CONFERENCE')`)
@Index('agendas_one_per_conference', ['conferenceId'], { unique: true, where: 'session_id IS NULL' })
@Index('agendas_one_per_session', ['sessionId'], { unique: true })
@Index('agendas_conference_index', ['conferenceId'])
export class AgendaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agendas_pkey' }) id!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'agendas_conference' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text', { name: 'body_codes', array: true }) bodies!: BodyCode[];

  @ForeignKey(() => SessionEntity, { name: 'agendas_session' })
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('text') state!: AgendaState;
  @Column('timestamptz', { name: 'circulated_at', nullable: true }) circulatedAt!: Date | null;
  @Column('timestamptz', { array: true, default: () => `'{}'` }) supplements!: Date[];
  @Column('timestamptz', { name: 'consent_list_closed_at', nullable: true }) consentListClosedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
