-- CreateTable
CREATE TABLE "scenario_revision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "started_as" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "restored_from" INTEGER,
    "document" JSONB NOT NULL,
    "user_id" TEXT,
    "user_name" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_presence" (
    "scenario_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "tab_id" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "node_id" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_presence_pkey" PRIMARY KEY ("scenario_id","user_id","tab_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_revision_scenario_id_number_key" ON "scenario_revision"("scenario_id", "number");

-- CreateIndex
CREATE INDEX "scenario_presence_seen_at_idx" ON "scenario_presence"("seen_at");

-- AddForeignKey
ALTER TABLE "scenario_revision" ADD CONSTRAINT "scenario_revision_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_presence" ADD CONSTRAINT "scenario_presence_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is known of the past: each version that a start pinned, and the draft where it has changed since.
INSERT INTO "scenario_revision" ("id", "project_id", "scenario_id", "number", "started_as", "document", "user_name", "began_at", "saved_at")
SELECT new_uuid(), k.project_id, k.scenario_id,
    row_number() OVER (PARTITION BY k.scenario_id ORDER BY k.is_draft, k.number), k.started_as, k.document, k.user_name, k.at, k.at
FROM (
    SELECT project_id, scenario_id, number, ARRAY[number] AS started_as, document, created_by AS user_name, created_at AS at, false AS is_draft
    FROM "scenario_version"
    UNION ALL
    SELECT s.project_id, s.id, 0, '{}', s.document, s.updated_by, s.updated_at, true
    FROM "scenario" s
    WHERE s.document IS DISTINCT FROM (
        SELECT v.document FROM "scenario_version" v WHERE v.scenario_id = s.id ORDER BY v.number DESC LIMIT 1)
) k;
