import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MinutesObjectionState, PartyCode } from '#glossary';
import { AgendaItemEntity } from '#agendas';
import { PartyEntity } from '#organisation';
import { MinutesEntity } from './minutes.entity.js';

/** Made once and answered once (trigger `minutes_objection_is_kept`). */
@Entity('minutes_objections')
@Check('minutes_objections_text', `text <> ''`)
@Check('minutes_objections_state', `state IN ('OPEN', 'RESOLVED', 'REJECTED', 'WITHDRAWN')`)
@Check('minutes_objections_audience', '0 = ANY (audience) AND 0 <= ALL (audience) AND NOT 203 = ANY (audience)')
@Check('minutes_objections_answered', `(state = 'OPEN') = (answered_at IS NULL)`)
@Check('minutes_objections_rejected_with_reason', `state <> 'REJECTED' OR answer <> ''`)
@Index('minutes_objections_of', ['minutesId'])
export class MinutesObjectionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => MinutesEntity, { name: 'minutes_objections_minutes' })
  @Column('uuid', { name: 'minutes_id' })
  minutesId!: string;

  @ForeignKey(() => AgendaItemEntity, { name: 'minutes_objections_agenda_item' })
  @Column('uuid', { name: 'agenda_item_id', nullable: true })
  agendaItemId!: string | null;

  @Column('int') version!: number;

  @ForeignKey(() => PartyEntity, { name: 'minutes_objections_party' })
  @Column('text')
  party!: PartyCode;

  @Column('text') text!: string;
  @Column('text') state!: MinutesObjectionState;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('text', { name: 'made_by' }) madeBy!: string;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('int', { array: true }) audience!: number[];
}
