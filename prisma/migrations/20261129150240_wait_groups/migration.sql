-- CreateTable
CREATE TABLE "wait_group" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "waits_until" TIMESTAMPTZ(3) NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "size" SMALLINT NOT NULL,
    "enrolment_ids" UUID[],

    CONSTRAINT "wait_group_pkey" PRIMARY KEY ("waits_until","id")
);

-- Ids hardly get shorter, and are read once.
ALTER TABLE "wait_group" ALTER COLUMN "enrolment_ids" SET STORAGE EXTERNAL;
-- What has been taken is in the way of every sweep until it is cleared away.
ALTER TABLE "wait_group" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Whoever is held now.
INSERT INTO "wait_group" ("id", "project_id", "waits_until", "run_id", "node_id", "size", "enrolment_ids")
SELECT new_uuid(), "project_id", "waits_until", "run_id", "node_id", count(*), array_agg("id")
FROM (SELECT *, (row_number() OVER (PARTITION BY "run_id", "node_id", "waits_until" ORDER BY "id") - 1) / 1000 AS "part"
  FROM "enrolment" WHERE "waits_until" IS NOT NULL AND "status" = 'active') AS held
GROUP BY "project_id", "waits_until", "run_id", "node_id", "part";

-- DropIndex
DROP INDEX "enrolment_waits_until_id_idx";

-- Those of a customer are few, whatever their run.
DROP INDEX "enrolment_run_id_customer_id_idx";

-- DropTable
DROP TABLE "wake_cursor";

-- Now nothing that a walk changes of an enrolment is in an index: with room on its page it is changed there, and no index is touched.
ALTER TABLE "enrolment" SET (fillfactor = 25);
-- And its way is put down as text, to which steps are added without taking it apart.
ALTER TABLE "enrolment" ALTER COLUMN "path" DROP DEFAULT;
ALTER TABLE "enrolment" ALTER COLUMN "path" TYPE TEXT
  USING CASE WHEN "path" = '[]' THEN '' ELSE substr("path"::text, 2, length("path"::text) - 2) || ',' END;
ALTER TABLE "enrolment" ALTER COLUMN "path" SET DEFAULT '';
CREATE FUNCTION way_taken(path text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('[' || rtrim(path, ',') || ']')::jsonb
$$;

-- Where a walk writes an attribute of everyone, all customers of a page are changed at once.
ALTER TABLE "customer" SET (fillfactor = 50);
