"""gRPC: records each message, has the engine answer its canonical form, and puts the answer into a reply."""

from __future__ import annotations

import uuid
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc  # type: ignore[import-untyped]
import trustme
from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped,unused-ignore]

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from weaviate.proto.v1 import (
        aggregate_pb2,
        batch_delete_pb2,
        batch_pb2,
        health_weaviate_pb2,
        tenants_pb2,
        weaviate_pb2_grpc,
    )

from ..canonical import grpc as canonical
from ..canonical import objects
from . import aggregates, engine, grpc_replies, rest_answers
from .recorder import Recorder
from .state import Failure

Message = Any


class _Service(weaviate_pb2_grpc.WeaviateServicer):
    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def _record(self, method: str, message: Message, context: grpc.ServicerContext) -> dict[str, Any]:
        content: dict[str, Any] = MessageToDict(message, preserving_proto_field_name=True)
        headers = {key.lower(): value for key, value in context.invocation_metadata()}
        record = {"kind": "grpc", "method": method, "message": content, "headers": headers, "asked_by": "program"}
        self._recorder.records.append({**record, "schema": self._recorder.state.schema()})
        return content

    def Search(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("Search", request, context)
            state = self._recorder.state
            try:
                operation = canonical.search(message, state.schema())
                state.cls(operation["collection"])
                return grpc_replies.search(operation, message, engine.search(operation, state), state)
            except Failure as failure:
                context.abort(grpc.StatusCode.UNKNOWN, str(failure))

    def Aggregate(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("Aggregate", request, context)
            state = self._recorder.state
            try:
                operation = canonical.aggregate(message, state.schema())
                state.cls(operation["collection"])
                return grpc_replies.aggregate(operation, message, aggregates.aggregate(operation, state))
            except Failure as failure:
                context.abort(grpc.StatusCode.UNKNOWN, str(failure))
        return aggregate_pb2.AggregateReply()

    def BatchObjects(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("BatchObjects", request, context)
            errors = [
                batch_pb2.BatchObjectsReply.BatchError(index=index, error=error)
                for index, one in enumerate(message.get("objects", []))
                if (error := self._put(one)) is not None
            ]
            return batch_pb2.BatchObjectsReply(took=0.001, errors=errors)

    def _put(self, message: dict[str, Any]) -> str | None:
        made = objects.from_grpc(message, self._recorder.state.schema())
        try:
            self._recorder.state.put({**made, "class": made["collection"]})
        except Failure as failure:
            return str(failure)
        return None

    def BatchReferences(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("BatchReferences", request, context)
            made = [
                objects.reference_from_grpc(one, self._recorder.state.schema()) for one in message.get("references", [])
            ]
            rest_answers.answer("POST", "/v1/batch/references", {}, made, self._recorder.state)
            return batch_pb2.BatchReferencesReply(took=0.001)

    def BatchStream(self, request_iterator: Any, context: grpc.ServicerContext) -> Any:
        """Each piece of the stream is recorded as a batch of objects and one of references."""
        level: Any = None
        for request in request_iterator:
            if request.HasField("start"):
                level = request.start.consistency_level
                yield batch_pb2.BatchStreamReply(started=batch_pb2.BatchStreamReply.Started())
            elif request.HasField("data"):
                yield from self._piece(request.data, level, context)
            else:
                return

    def _piece(self, data: Message, level: Any, context: grpc.ServicerContext) -> Any:
        made, refs = data.objects.values, data.references.values
        if made:
            self.BatchObjects(batch_pb2.BatchObjectsRequest(objects=made, consistency_level=level), context)
        if refs:
            self.BatchReferences(batch_pb2.BatchReferencesRequest(references=refs, consistency_level=level), context)
        ids = [one.uuid for one in made]
        starts = [f"weaviate://localhost/{one.from_collection}/{one.from_uuid}#{one.name}" for one in refs]
        beacons = [
            f"{start}->weaviate://localhost/" + "/".join(filter(None, (one.to_collection, one.to_uuid)))
            for start, one in zip(starts, refs, strict=True)
        ]
        reply = batch_pb2.BatchStreamReply
        yield reply(acks=reply.Acks(uuids=ids, beacons=beacons))
        successes = [reply.Results.Success(uuid=one) for one in ids] + [
            reply.Results.Success(beacon=one) for one in beacons
        ]
        yield reply(results=reply.Results(successes=successes))

    def BatchDelete(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("BatchDelete", request, context)
            state = self._recorder.state
            try:
                operation = canonical.batch_delete(message, state.schema())
                found = engine.matching(operation, state)
            except Failure as failure:
                context.abort(grpc.StatusCode.UNKNOWN, str(failure))
            for one in found if not operation["dry_run"] else []:
                state.remove(one)
            done = 0 if operation["dry_run"] else len(found)
            reply = batch_delete_pb2.BatchDeleteReply(took=0.001, failed=0, matches=len(found), successful=done)
            if operation["verbose"]:
                for one in found:
                    reply.objects.add(uuid=uuid.UUID(one.uuid).bytes, successful=True)
            return reply

    def TenantsGet(self, request: Message, context: grpc.ServicerContext) -> Message:
        with self._recorder.lock:
            message = self._record("TenantsGet", request, context)
            wanted = message.get("names", {}).get("values")
            held = self._recorder.state.tenants.get(message["collection"], [])
            return tenants_pb2.TenantsGetReply(
                took=0.001,
                tenants=[
                    tenants_pb2.Tenant(
                        name=one["name"],
                        activity_status=tenants_pb2.TenantActivityStatus.Value(
                            f"TENANT_ACTIVITY_STATUS_{one['activityStatus']}"
                        ),
                    )
                    for one in held
                    if wanted is None or one["name"] in wanted
                ],
            )


def _health(request: Message, context: grpc.ServicerContext) -> Message:
    return health_weaviate_pb2.WeaviateHealthCheckResponse(
        status=health_weaviate_pb2.WeaviateHealthCheckResponse.SERVING
    )


def start(recorder: Recorder, authority: trustme.CA) -> tuple[int, int]:
    """Serves in the background on two free ports: without and with TLS."""
    server = grpc.server(ThreadPoolExecutor(16), options=[("grpc.so_reuseport", 0)])
    weaviate_pb2_grpc.add_WeaviateServicer_to_server(_Service(recorder), server)  # type: ignore[no-untyped-call]
    check = grpc.unary_unary_rpc_method_handler(
        _health,
        request_deserializer=health_weaviate_pb2.WeaviateHealthCheckRequest.FromString,
        response_serializer=health_weaviate_pb2.WeaviateHealthCheckResponse.SerializeToString,
    )
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("grpc.health.v1.Health", {"Check": check}),))
    certificate = authority.issue_cert("localhost")
    pair = (certificate.private_key_pem.bytes(), b"".join(one.bytes() for one in certificate.cert_chain_pems))
    plain = server.add_insecure_port("127.0.0.1:0")
    secure = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([pair]))
    server.start()
    globals()["_running"] = server  # the server stops when nobody holds it
    return int(plain), int(secure)
