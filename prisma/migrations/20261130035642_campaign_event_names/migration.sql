-- AlterTable
ALTER TABLE "project" ADD COLUMN     "campaign_events" TEXT[] NOT NULL DEFAULT ARRAY['campaign']::TEXT[],
-- The first of them is the type that campaign events are written under.
ADD CONSTRAINT "project_campaign_events" CHECK (cardinality("campaign_events") > 0);
