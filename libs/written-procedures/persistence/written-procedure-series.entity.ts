import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in each year: drawn under its lock and in the transaction that uses it, so there are no gaps. */
@Entity('written_procedure_series')
@Check('written_procedure_series_kind', `kind IN ('PROCEDURE', 'RESOLUTION')`)
@Check('written_procedure_series_last', 'last >= 1')
export class WrittenProcedureSeriesEntity {
  @PrimaryColumn('text', { name: 'profile_code', primaryKeyConstraintName: 'written_procedure_series_pkey' })
  profileCode!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'written_procedure_series_pkey' }) year!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'written_procedure_series_pkey' }) kind!: string;
  @Column('int') last!: number;
}
