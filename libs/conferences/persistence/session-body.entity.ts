import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { BodyCode } from '#glossary';
import { BodyEntity } from '#organisation';
import { SessionEntity } from './session.entity.js';

/** A body that meets in a session; the first leads. `days` are empty once the session is cancelled. */
@Entity('session_bodies')
@Check('session_bodies_position', 'position >= 1')
@Check('session_bodies_audience', '0 = ANY (audience)')
@Unique('session_bodies_position_once', ['sessionId', 'position'])
@Exclusion('session_bodies_one_at_a_time', 'USING gist (body_code WITH =, days WITH &&)')
export class SessionBodyEntity {
  @ForeignKey(() => SessionEntity, { name: 'session_bodies_session', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'session_id', primaryKeyConstraintName: 'session_bodies_pkey' })
  sessionId!: string;

  @ForeignKey(() => BodyEntity, { name: 'session_bodies_body' })
  @PrimaryColumn('text', { name: 'body_code', primaryKeyConstraintName: 'session_bodies_pkey' })
  bodyCode!: BodyCode;

  @Column('int') position!: number;
  @Column('daterange') days!: string;
  @Column('int', { array: true }) audience!: number[];
}
