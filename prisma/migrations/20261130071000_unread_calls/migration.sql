-- CreateTable
CREATE TABLE "unread_call" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "unread_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unread_call_integration_id_received_at_idx" ON "unread_call"("integration_id", "received_at");
