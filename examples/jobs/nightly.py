"""Every night: count, prune, re-link, and move idle tenants out of memory."""

import logging
from datetime import datetime, timedelta, timezone

from weaviate import Client, ConsistencyLevel, Tenant, TenantActivityStatus
from weaviate.exceptions import UnexpectedStatusCodeException

from app.store import CLASS_NAME, get_client

log = logging.getLogger(__name__)


class Nightly:
    def __init__(self) -> None:
        self.client = get_client()

    def sections(self) -> dict:
        query = self.client.query.aggregate(CLASS_NAME).with_group_by_filter(["section"])
        result = query.with_fields("groupedBy { value }").with_meta_count().do()
        groups = result["data"]["Aggregate"][CLASS_NAME]
        return {group["groupedBy"]["value"]: group["meta"]["count"] for group in groups}

    def prune(self, days: int) -> int:
        limit = datetime.now(timezone.utc) - timedelta(days=days)
        self.client.batch.consistency_level = ConsistencyLevel.ALL
        deleted = self.client.batch.delete_objects(
            CLASS_NAME,
            where={"path": ["publishedAt"], "operator": "LessThan", "valueDate": limit.isoformat()},
            output="verbose",
        )
        return deleted["results"]["successful"]

    def all_articles(self):
        cursor = None
        while True:
            query = self.client.query.get(CLASS_NAME, ["title", "url"]).with_additional(["id"]).with_limit(200)
            page = (query.with_after(cursor) if cursor else query).do()["data"]["Get"][CLASS_NAME]
            if not page:
                return
            yield from page
            cursor = page[-1]["_additional"]["id"]

    def relink(self, article: str, author: str) -> None:
        reference = self.client.data_object.reference
        try:
            reference.update(article, "hasAuthor", author, from_class_name=CLASS_NAME, to_class_names="Author")
        except UnexpectedStatusCodeException as error:
            log.warning("%s is not linked: %s", article, error)


def park_idle_tenants(client: Client, class_name: str, active: set) -> None:
    idle = [
        Tenant(name=tenant.name, activity_status=TenantActivityStatus.COLD)
        for tenant in client.schema.get_class_tenants(class_name)
        if tenant.name not in active
    ]
    client.schema.update_class_tenants(class_name, idle)


def back_up(client: Client) -> None:
    name = datetime.now(timezone.utc).strftime("nightly-%Y%m%d")
    client.backup.create(name, "s3", include_classes=[CLASS_NAME], wait_for_completion=True)


if __name__ == "__main__":
    job = Nightly()
    log.info("%s articles too old", job.prune(days=365))
    log.info("%s", job.sections())
    back_up(job.client)
