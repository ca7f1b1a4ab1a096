-- +goose Up

INSERT INTO heartbeat (id, beat_at) VALUES (1, '2000-01-01 00:00:00');
