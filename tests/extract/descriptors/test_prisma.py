"""Prisma's schema."""

from facts_of import facts_of

from assessor.extract.descriptors.prisma import DESCRIPTOR


def test_schema() -> None:
    text = """datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id Int @id
  @@map("users")
}
model Post {
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
}
"""
    assert facts_of(DESCRIPTOR, text, "prisma/schema.prisma") == [
        "2 Setting datasource.provider postgresql prisma",
        "3 Setting datasource.url ${DATABASE_URL} prisma",
        "3 Trait config.environment key=datasource.url,name=DATABASE_URL",
        "5 TableUse users define User",
        "5 Trait entity.named name=User,table=users",
        "9 TableUse Post define Post",
        "9 Trait entity.named name=Post,table=Post",
        "10 ForeignKey Post authorId users id",
    ]


def test_broken() -> None:
    text = """model X {
"""
    assert facts_of(DESCRIPTOR, text, "schema.prisma") == [
        "1 TableUse X define X",
        "1 Trait entity.named name=X,table=X",
    ]
