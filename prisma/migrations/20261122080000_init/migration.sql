-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'approver', 'editor', 'owner');

-- CreateEnum
CREATE TYPE "consent_kind" AS ENUM ('general', 'consent', 'legitimate_interest');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('uploaded', 'running', 'finished', 'failed');

-- CreateEnum
CREATE TYPE "scenario_status" AS ENUM ('draft', 'active', 'finishing', 'inactive', 'archived');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('active', 'finished');

-- CreateEnum
CREATE TYPE "enrolment_status" AS ENUM ('active', 'finished');

-- CreateEnum
CREATE TYPE "message_status" AS ENUM ('enqueued', 'sending', 'sent', 'delivered', 'failed', 'rejected', 'unknown');

-- CreateEnum
CREATE TYPE "batch_status" AS ENUM ('sending', 'accepted', 'refused', 'unknown');

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_credential" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "user_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "default_country" TEXT,
    "is_us_enabled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "project_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "integration" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secrets" BYTEA NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "rate_per_second" INTEGER NOT NULL DEFAULT 500,
    "tokens" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "tokens_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "phone_e164" TEXT,
    "phone_country" TEXT,
    "phone_is_us" BOOLEAN NOT NULL DEFAULT false,
    "is_unusable" BOOLEAN NOT NULL DEFAULT false,
    "search_text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_identifier" (
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,

    CONSTRAINT "customer_identifier_pkey" PRIMARY KEY ("project_id","kind","value")
);

-- CreateTable
CREATE TABLE "customer_event" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "timestamp" TIMESTAMPTZ(3) NOT NULL,
    "properties" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "customer_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_category" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "consent_kind" NOT NULL,

    CONSTRAINT "consent_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "customer_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("customer_id","category_id")
);

-- CreateTable
CREATE TABLE "customer_import" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "status" "import_status" NOT NULL DEFAULT 'uploaded',
    "columns" JSONB NOT NULL,
    "sample" JSONB NOT NULL,
    "mapping" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "customers_created" INTEGER NOT NULL DEFAULT 0,
    "customers_updated" INTEGER NOT NULL DEFAULT 0,
    "rows_refused" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_import_error" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "row" TEXT NOT NULL,

    CONSTRAINT "customer_import_error_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "scenario_status" NOT NULL DEFAULT 'draft',
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "updated_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_version" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'active',
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "walked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "status" "enrolment_status" NOT NULL DEFAULT 'active',
    "node_id" TEXT NOT NULL,
    "visit" INTEGER NOT NULL DEFAULT 1,
    "path" JSONB NOT NULL DEFAULT '[]',
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node_count" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "counter" TEXT NOT NULL,
    "slot" INTEGER NOT NULL DEFAULT 0,
    "project_id" UUID NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "node_count_pkey" PRIMARY KEY ("run_id","node_id","counter","slot")
);

-- CreateTable
CREATE TABLE "refusal_count" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "refusal_count_pkey" PRIMARY KEY ("run_id","node_id","status","type")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "visit" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "status" "message_status" NOT NULL DEFAULT 'enqueued',
    "recipient" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "batch_id" UUID,
    "status_code" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "send_batch" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "status" "batch_status" NOT NULL DEFAULT 'sending',
    "provider_id" TEXT,
    "messages" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "send_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "body" JSONB NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_session_token_key" ON "user_session"("token");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE INDEX "user_credential_user_id_idx" ON "user_credential"("user_id");

-- CreateIndex
CREATE INDEX "user_verification_identifier_idx" ON "user_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "user_rate_limit_key_key" ON "user_rate_limit"("key");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "integration_project_id_idx" ON "integration"("project_id");

-- CreateIndex
CREATE INDEX "customer_project_id_id_idx" ON "customer"("project_id", "id");

-- CreateIndex
CREATE INDEX "customer_project_id_phone_e164_idx" ON "customer"("project_id", "phone_e164");

-- CreateIndex
CREATE INDEX "customer_identifier_customer_id_idx" ON "customer_identifier"("customer_id");

-- CreateIndex
CREATE INDEX "customer_event_customer_id_timestamp_id_idx" ON "customer_event"("customer_id", "timestamp", "id");

-- CreateIndex
CREATE INDEX "customer_event_project_id_type_timestamp_idx" ON "customer_event"("project_id", "type", "timestamp");

-- CreateIndex
CREATE UNIQUE INDEX "consent_category_project_id_name_key" ON "consent_category"("project_id", "name");

-- CreateIndex
CREATE INDEX "customer_import_project_id_idx" ON "customer_import"("project_id");

-- CreateIndex
CREATE INDEX "scenario_project_id_updated_at_id_idx" ON "scenario"("project_id", "updated_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_version_scenario_id_number_key" ON "scenario_version"("scenario_id", "number");

-- CreateIndex
CREATE INDEX "run_scenario_id_started_at_idx" ON "run"("scenario_id", "started_at");

-- CreateIndex
CREATE INDEX "run_project_id_idx" ON "run"("project_id");

-- CreateIndex
CREATE INDEX "enrolment_run_id_customer_id_idx" ON "enrolment"("run_id", "customer_id");

-- CreateIndex
CREATE INDEX "message_batch_id_recipient_idx" ON "message"("batch_id", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "message_run_id_node_id_enrolment_id_visit_key" ON "message"("run_id", "node_id", "enrolment_id", "visit");

-- CreateIndex
CREATE INDEX "send_batch_integration_id_provider_id_idx" ON "send_batch"("integration_id", "provider_id");

-- CreateIndex
CREATE INDEX "send_batch_status_created_at_idx" ON "send_batch"("status", "created_at");

-- CreateIndex
CREATE INDEX "receipt_integration_id_applied_at_id_idx" ON "receipt"("integration_id", "applied_at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_project_id_at_idx" ON "audit_entry"("project_id", "at");

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_credential" ADD CONSTRAINT "user_credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- UUIDv7 (RFC 9562, 5.7) for set-based inserts: 48 bits of milliseconds over a random version 4 UUID, whose
-- version bits 0100 become 0111. PostgreSQL has a function of its own for this from version 18 on.
CREATE FUNCTION new_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;
