-- CreateTable
CREATE TABLE "incoming_message" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "provider_key" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "customer_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "incoming_message_integration_id_provider_key_key" ON "incoming_message"("integration_id", "provider_key");
