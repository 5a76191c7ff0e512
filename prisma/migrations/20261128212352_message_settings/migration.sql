-- CreateTable
CREATE TABLE "message_setting" (
    "project_id" UUID NOT NULL,
    "senders" JSONB NOT NULL DEFAULT '[]',
    "defaults" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_setting_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "frequency_policy" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "frequency_policy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "frequency_policy_project_id_name_key" ON "frequency_policy"("project_id", "name");
