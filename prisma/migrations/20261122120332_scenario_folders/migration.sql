-- AlterTable
ALTER TABLE "scenario" ADD COLUMN "folder_id" UUID,
ADD COLUMN "owner_id" TEXT,
ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "scenario_folder" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_folder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_folder_project_id_name_key" ON "scenario_folder"("project_id", "name");

-- CreateIndex
CREATE INDEX "scenario_folder_id_idx" ON "scenario"("folder_id");

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "scenario_folder"("id") ON DELETE SET NULL ON UPDATE CASCADE;
