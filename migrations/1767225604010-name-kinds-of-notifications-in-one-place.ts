import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every library brings kinds of its own: the program's closed list names them, the database keeps their form. */
export class NameKindsOfNotificationsInOnePlace1767225604010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind,
        ADD CONSTRAINT notifications_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE notifications DROP CONSTRAINT notifications_kind,
        ADD CONSTRAINT notifications_kind CHECK (kind IN ('topic-registered', 'topic-returned',
          'topic-accepted', 'topic-assigned', 'item-placed', 'resolution-adopted')) NOT VALID;
    `);
  }
}
