import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaState } from '#glossary';
import { ConferenceEntity } from '#conferences';

@Entity('agendas')
@Check('agendas_state', 'see the migration')
@Check('agendas_circulated', `(state IN ('COLLECTING', 'DRAFT')) = (circulated_at IS NULL)`)
@Check('agendas_supplements', `circulated_at IS NOT NULL OR supplements = '{}'`)
@Check('agendas_audience', '0 = ANY (audience)')
@Unique('agendas_one_per_conference', ['conferenceId'])
export class AgendaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agendas_pkey' }) id!: string;

  @ForeignKey(() => ConferenceEntity, { name: 'agendas_conference' })
  @Column('uuid', { name: 'conference_id' })
  conferenceId!: string;

  @Column('text') state!: AgendaState;
  @Column('timestamptz', { name: 'circulated_at', nullable: true }) circulatedAt!: Date | null;
  @Column('timestamptz', { array: true, default: () => `'{}'` }) supplements!: Date[];
  @Column('timestamptz', { name: 'consent_list_closed_at', nullable: true }) consentListClosedAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
