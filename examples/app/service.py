"""Search endpoints."""

from typing import Any, Dict, List, Optional

from fastapi import APIRouter, Depends, HTTPException

from .store import CLASS_NAME, get_client

router = APIRouter(prefix="/articles")
FIELDS = ["title", "summary", "section", "hasAuthor { ... on Author { name } }"]


class ArticleService:
    def __init__(self, client=Depends(get_client)) -> None:
        self.client = client

    @property
    def articles(self):
        return self.client.query.get(CLASS_NAME, FIELDS)

    def search(self, text: str, section: Optional[str] = None, limit: int = 10) -> List[Dict[str, Any]]:
        query = self.articles.with_near_text({"concepts": [text], "certainty": 0.7})
        if section is not None:
            query = query.with_where({"path": ["section"], "operator": "Equal", "valueText": section})
        result = query.with_additional(["id", "distance"]).with_limit(limit).do()
        return [
            {"id": hit["_additional"]["id"], "score": 1 - hit["_additional"]["distance"], "title": hit["title"]}
            for hit in result["data"]["Get"][CLASS_NAME]
        ]

    def keywords(self, text: str, limit: int = 10) -> List[Dict[str, Any]]:
        result = (
            self.client.query
            .get(CLASS_NAME, FIELDS)
            .with_hybrid(text, properties=["title^2", "summary"])
            .with_limit(limit)
            .do()
        )
        if "errors" in result:
            raise HTTPException(502, result["errors"][0]["message"])
        return result["data"]["Get"][CLASS_NAME]

    def answer(self, question: str) -> str:
        result = (
            self.articles
            .with_near_text({"concepts": [question]})
            .with_generate(grouped_task=f"Answer in two sentences: {question}")
            .with_limit(3)
            .do()
        )
        return result["data"]["Get"][CLASS_NAME][0]["_additional"]["generate"]["groupedResult"]

    def read(self, uuid: str) -> Dict[str, Any]:
        found = self.client.data_object.get_by_id(uuid, class_name=CLASS_NAME)
        if found is None:
            raise HTTPException(404)
        return found["properties"]

    def retitle(self, uuid: str, title: str) -> None:
        self.client.data_object.update({"title": title}, class_name=CLASS_NAME, uuid=uuid)

    def delete(self, uuid: str) -> None:
        if not self.client.data_object.exists(uuid, class_name=CLASS_NAME):
            raise HTTPException(404)
        self.client.data_object.delete(uuid, class_name=CLASS_NAME)


@router.get("/")
def search(q: str, section: Optional[str] = None, service: ArticleService = Depends()):
    return service.search(q, section)


@router.get("/health")
def health(client=Depends(get_client)) -> Dict[str, Any]:
    return {"ready": client.is_ready(), "nodes": len(client.cluster.get_nodes_status())}
