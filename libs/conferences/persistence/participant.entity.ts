import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Attendance, BodyCode, ParticipantRole, ParticipantState, PartyCode } from '#glossary';
import { BodyEntity, PartyEntity } from '#organisation';
import { SessionEntity } from './session.entity.js';

@Entity('session_participants')
@Check('session_participants_role', 'see the migration')
@Check('session_participants_attendance', 'see the migration')
@Check('session_participants_state', `state IN ('ANNOUNCED', 'WITHDRAWN')`)
@Check('session_participants_one_place', 'party_code IS NULL OR body_code IS NULL')
@Check('session_participants_audience', '0 = ANY (audience)')
@Index('session_participants_order', ['sessionId', 'position', 'name', 'id'])
@Index('session_participants_one_head', { synchronize: false })
export class ParticipantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_participants_pkey' }) id!: string;

  @ForeignKey(() => SessionEntity, { name: 'session_participants_session', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text') name!: string;
  @Column('text', { nullable: true }) office!: string | null;

  @ForeignKey(() => PartyEntity, { name: 'session_participants_party' })
  @Column('text', { name: 'party_code', nullable: true })
  partyCode!: PartyCode | null;

  @ForeignKey(() => BodyEntity, { name: 'session_participants_body' })
  @Column('text', { name: 'body_code', nullable: true })
  bodyCode!: BodyCode | null;

  @Column('text') role!: ParticipantRole;
  @Column('text') attendance!: Attendance;
  @Column('text') state!: ParticipantState;
  /** Länder in their order, then the Bund, then bodies and guests. */
  @Column('int') position!: number;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
