-- CreateTable
CREATE TABLE "scenario_expectation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "customer" JSONB NOT NULL,
    "start" JSONB NOT NULL,
    "script" JSONB NOT NULL,
    "expected" JSONB NOT NULL,
    "blocks" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_expectation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scenario_expectation_scenario_id_created_at_idx" ON "scenario_expectation"("scenario_id", "created_at");

-- AddForeignKey
ALTER TABLE "scenario_expectation" ADD CONSTRAINT "scenario_expectation_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;
