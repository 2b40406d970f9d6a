import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WrittenProcedureEntity } from './written-procedure.entity.js';

/**
 * Whether the release is blocked, and never by whom: for the secretariat. Written when the procedure is over, because
 * earlier it would change in the moment in which a form comes in, and so tell whose it was.
 */
@Entity('written_release_results')
@Check('written_release_results_audience', '0 = ANY (audience)')
export class ReleaseResultEntity {
  @ForeignKey(() => WrittenProcedureEntity, { name: 'written_release_results_procedure' })
  @PrimaryColumn('uuid', { name: 'procedure_id', primaryKeyConstraintName: 'written_release_results_pkey' })
  procedureId!: string;

  @Column('boolean', { name: 'is_blocked' }) isBlocked!: boolean;
  @Column('int', { array: true }) audience!: number[];
}
