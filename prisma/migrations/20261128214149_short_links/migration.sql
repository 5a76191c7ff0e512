-- CreateTable
CREATE TABLE "short_link" (
    "slug" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "identity_transfer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "clicks" INTEGER NOT NULL DEFAULT 0,
    "clicked_at" TIMESTAMPTZ(3),

    CONSTRAINT "short_link_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "identity_token" (
    "hash" BYTEA NOT NULL,
    "project_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_token_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "short_link_message_id_idx" ON "short_link"("message_id");

-- CreateIndex
CREATE INDEX "identity_token_expires_at_idx" ON "identity_token"("expires_at");
